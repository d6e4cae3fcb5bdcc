declare module "~/platform/events.server" {
  interface EventData {
    /** `forwards`: domains of addresses that no rule forwarded to before. */
    "mail_rules.saved": { version: number; forwards?: string[] };
  }
}
export {};
