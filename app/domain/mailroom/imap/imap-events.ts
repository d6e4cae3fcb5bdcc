declare module "~/platform/events.server" {
  interface EventData {
    "mailbox.added": { mailboxId: string; address: string };
    "mailbox.changed": { mailboxId: string; fields: string[] };
    "mailbox.switched_on": { mailboxId: string };
    "mailbox.switched_off": { mailboxId: string };
    /** Its name is gone with it; the address is ours and stays. */
    "mailbox.removed": { mailboxId: string; address: string };
  }
}
export {};
