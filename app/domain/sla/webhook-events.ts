declare module "~/platform/events.server" {
  interface EventData {
    /** A webhook of a step was taken by its receiver; `action` is its place among the step's actions. */
    "sla.webhook_posted": { targetId: string; step: string; action: number; status: number };
  }
}

export {};
