declare module "~/platform/events.server" {
  interface EventData {
    "settings.saved": { group: string; fields: string[] };
  }
}

export {};
