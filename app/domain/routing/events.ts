declare module "~/platform/events.server" {
  interface EventData {
    "queue.created": { queueId: string };
    "queue.changed": { queueId: string; fields: string[] };
    "queue.archived": { queueId: string };
    "queue.restored": { queueId: string };
    "queue.addresses_changed": { queueId: string; address: string; act: "added" | "removed" | "primary" };
    "queue.members_changed": { queueId: string; added: string[]; removed: string[] };
    "request_type.created": { typeId: string };
    "request_type.changed": { typeId: string };
    "request_type.archived": { typeId: string };
    "request_type.restored": { typeId: string };
  }
}

export {};
