declare module "~/platform/events.server" {
  interface EventData {
    /** A key was made for a domain; it waits for its record in DNS. */
    "mail.dkim_created": { domain: string; selector: string };
    /** Its record was found: mails are signed with it, and no longer with the one before. */
    "mail.dkim_activated": { domain: string; selector: string; before: string | null };
    "mail.dkim_removed": { domain: string; selector: string; signed: boolean };
  }
}
export {};
