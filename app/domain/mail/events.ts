declare module "~/platform/events.server" {
  interface EventData {
    /** An address answered with a permanent no; `threadId` and `entryId` as in the mail. */
    "mail.bounced": { outboundId: string; threadId: string | null; hard: boolean; reason: string };
  }
}
export {};
