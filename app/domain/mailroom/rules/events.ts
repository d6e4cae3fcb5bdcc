declare module "~/platform/events.server" {
  interface EventData {
    "mail_rules.saved": { version: number };
  }
}
export {};
