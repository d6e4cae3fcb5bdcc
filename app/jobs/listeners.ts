import "~/domain/calendars/events";
import "~/domain/customers/organization-events";
import "~/domain/identity/events";
import "~/domain/knowledge/events";
import "~/domain/knowledge/news-events";
import "~/domain/mail/events";
import "~/domain/sla/contract-events";
import "~/domain/sla/events";
import "~/domain/tickets/events";
import type { EventData, EventName } from "~/platform/events.server";

/** Hears of an event whose data contains `when`; of every one without it. */
type Listener<N extends EventName> = { job: string; priority: number; when?: Partial<EventData[N]> };
type Listeners = { [N in EventName]?: readonly Listener<N>[] };

const WORK = 5;
const OUT = 10;
const HOUSEKEEPING = 20;
const SOON = 5;

/** Event -> the jobs that hear of it, each with payload { eventId }. What nobody hears of costs nothing more. */
export const listeners: Listeners = {
  "team.changed": [{ job: "routing.wake-queues", priority: SOON }],
  "team.archived": [{ job: "routing.wake-queues", priority: SOON }],
  "team.restored": [{ job: "routing.wake-queues", priority: SOON }],
  "person.activated": [{ job: "routing.wake-queues", priority: SOON }],
  "person.queues_changed": [{ job: "routing.wake-queues", priority: SOON }],
  "ticket.opened": [{ job: "notifications.send-receipt", priority: OUT, when: { automatic: false } }],
  "ticket.assigned": [{ job: "notifications.notify-agents", priority: OUT }],
  "ticket.noted": [{ job: "notifications.notify-agents", priority: OUT }],
  "ticket.customer_replied": [
    { job: "notifications.notify-agents", priority: OUT, when: { automatic: false } },
    { job: "notifications.send-reopened", priority: OUT, when: { reopened: true, channel: "mail" } },
  ],
  "ticket.state_changed": [{ job: "notifications.send-solved", priority: OUT, when: { to: "solved", cause: "agent" } }],
  "person.deactivated": [{ job: "tickets.hand-over-deactivated", priority: WORK }],
  "calendar.changed": [{ job: "sla.follow-calendar", priority: HOUSEKEEPING }],
  "calendar.default_changed": [{ job: "sla.follow-calendar", priority: HOUSEKEEPING }],
  "sla.warned": [{ job: "notifications.notify-escalation", priority: OUT }],
  "sla.breached": [{ job: "notifications.notify-escalation", priority: OUT }],
  "sla.escalated": [
    { job: "notifications.notify-escalation", priority: OUT },
    { job: "sla.post-webhooks", priority: OUT },
  ],
  "contract.notice": [
    { job: "tickets.show-contract-notice", priority: WORK, when: { code: "ended" } },
    { job: "notifications.notify-contract", priority: OUT },
  ],
  "news.published": [{ job: "notifications.send-news", priority: OUT }],
  "news.updated": [{ job: "notifications.send-news", priority: OUT }],
  "news.solved": [{ job: "notifications.send-news", priority: OUT }],
  "article.published": [
    { job: "knowledge.check-links-of", priority: HOUSEKEEPING },
    { job: "search.relate-article", priority: HOUSEKEEPING },
  ],
  "person.profile_changed": [{ job: "search.follow-name", priority: HOUSEKEEPING }],
  "organization.changed": [{ job: "search.follow-name", priority: HOUSEKEEPING }],
  "article.unpublished": [{ job: "knowledge.check-links-of", priority: HOUSEKEEPING }],
  "article.changed": [{ job: "knowledge.check-links-of", priority: HOUSEKEEPING }],
  "article.deleted": [{ job: "knowledge.check-links-of", priority: HOUSEKEEPING }],
  "article.restored": [{ job: "knowledge.check-links-of", priority: HOUSEKEEPING }],
  "mail.held_overdue": [{ job: "notifications.notify-held-mail", priority: OUT }],
  "mail.bounced": [{ job: "notifications.show-bounce", priority: OUT }],
};
