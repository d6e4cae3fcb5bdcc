declare module "~/platform/events.server" {
  interface EventData {
    /** A webhook of a step was taken by its receiver; `action` is its place among the step's actions. */
    "sla.webhook_posted": { targetId: string; step: string; action: number; status: number };
    /** Nor did the last try reach one that takes it; `status` is what was answered, null without an answer. */
    "sla.webhook_failed": { targetId: string; step: string; action: number; status: number | null };
  }
}

export {};
