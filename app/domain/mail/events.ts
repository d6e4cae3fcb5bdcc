declare module "~/platform/events.server" {
  interface EventData {
    /** An address answered with a permanent no; `threadId` and `entryId` as in the mail. */
    "mail.bounced": { outboundId: string; threadId: string | null; hard: boolean; reason: string };
    /** A received mail has waited for a person for four working hours. */
    "mail.held_overdue": { inboundId: string; queueId: string | null };
    /** Somebody decided about a held mail: opened, joined, filed or discarded; `messageId` is what it became. */
    "mail.decided": { inboundId: string; decision: string; reason: string; messageId: string | null };
    /** A finished or held mail goes through the whole chain again. */
    "mail.reprocessed": { inboundId: string; from: string };
    /** An address of the domain, or the domain with those below it: its mail is discarded from now on. */
    "mail.sender_blocked": { kind: "address" | "domain"; domain: string };
    "mail.sender_unblocked": { kind: "address" | "domain"; domain: string };
    /** By an administrator; `personId` is whose address it is, if anybody's. */
    "suppression.added": { personId: string | null; days: number };
    "suppression.lifted": { personId: string | null; reason: string };
    /** Words of automatic mails; `ref` is the key of a built-in text or the id of an own one. */
    "mail_text.created": { ref: string };
    "mail_text.changed": { ref: string };
    "mail_text.reset": { ref: string };
    "mail_text.archived": { ref: string };
    "mail_text.restored": { ref: string };
  }
}
export {};
