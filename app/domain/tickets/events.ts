import type { Channel, Priority, SendMode, TicketState } from "./states";

export type ChangedField = "subject" | "status" | "priority" | "queue" | "type" | "assignee" | "tags" | "requester";
/** Who or what made the assignment. */
export type AssignmentReason = "manual" | "round_robin" | "pulled";

declare module "~/platform/events.server" {
  interface EventData {
    "ticket.opened": { channel: Channel; queueId: string; messageId: string; automatic: boolean };
    "ticket.customer_replied": { channel: Channel; messageId: string; automatic: boolean };
    /** An agent's reply was released. */
    "ticket.replied": { channel: Channel; messageId: string; mode: SendMode };
    "ticket.noted": { messageId: string; mentions: string[] };
    "ticket.state_changed": {
      from: TicketState;
      to: TicketState;
      until?: string;
      cause: "agent" | "customer" | "reply" | "timer" | "merge";
    };
    /** `from` and `to` are ids or codes, never words typed by people (a subject's old text is in `subjectVersionId`). */
    "ticket.changed": { field: ChangedField; from: unknown; to: unknown; undoneEventId?: string };
    "ticket.assigned": { from: string | null; to: string | null; reason: AssignmentReason };
    "ticket.merged": { intoId: string };
    "ticket.absorbed": { fromId: string };
    "ticket.linked": { toId: string; kind: string };
    "ticket.participant_added": { personId: string };
    "ticket.participant_removed": { personId: string };
    "ticket.followed": Record<string, never>;
    "ticket.unfollowed": Record<string, never>;
    "ticket.message_edited": { messageId: string; version: number };
    "ticket.deleted": Record<string, never>;
    "ticket.restored": Record<string, never>;
    "ticket.mail_suppressed": { template: string; reason: string; recipient: string };
    "ticket.bounced": { outboundId: string; hard: boolean; reason: string };
  }
}

export type PriorityChange = { from: Priority; to: Priority };
