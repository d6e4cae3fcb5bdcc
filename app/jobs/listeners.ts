import "~/domain/mail/events";
import "~/domain/tickets/events";
import type { EventName } from "~/platform/events.server";

type Listener = { job: string; priority: number };

const on = (job: string, priority = 10): Listener => ({ job, priority });

/** Event -> the jobs that hear of it, each with payload { eventId }. An event that is not here costs nothing more. */
export const listeners: Partial<Record<EventName, readonly Listener[]>> = {
  "ticket.opened": [on("notifications.send-receipt")],
  "ticket.assigned": [on("notifications.notify-agents")],
  "ticket.noted": [on("notifications.notify-agents")],
  "ticket.customer_replied": [on("notifications.notify-agents")],
  "ticket.state_changed": [on("notifications.send-solved")],
  "mail.bounced": [on("notifications.show-bounce")],
};
