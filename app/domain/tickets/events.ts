import type { Channel, Priority, SendMode, TicketState } from "./states";

export type ChangedField = "subject" | "status" | "priority" | "queue" | "type" | "assignee" | "tags" | "requester";
/** Who or what made the assignment. */
export type AssignmentReason = "manual" | "round_robin" | "pulled" | "queue_changed";

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
      /** End of the snooze that begins, and of the one that is given up. */
      until?: string;
      fromUntil?: string;
      cause: "agent" | "customer" | "reply" | "timer" | "merge";
      /** Set for moves by hand, so that undo finds an administrator's own status again. */
      fromStatusId?: string;
      toStatusId?: string;
      undoneEventId?: string;
    };
    /** `from` and `to` are ids or codes, never words typed by people: a subject's `from` is its SubjectVersion, tags are ids. */
    "ticket.changed": { field: ChangedField; from: unknown; to: unknown; undoneEventId?: string };
    "ticket.assigned": { from: string | null; to: string | null; reason: AssignmentReason; undoneEventId?: string };
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
    /** Gone for good, with its conversation. */
    "ticket.purged": { number: number };
    "ticket.mail_suppressed": { template: string; reason: string; recipient: string };
    "status.created": { statusId: string };
    "status.renamed": { statusId: string };
    "status.archived": { statusId: string };
    "status.restored": { statusId: string };
    /** Each as "from to". */
    "state_moves.changed": { added: string[]; removed: string[] };
    "ticket.bounced": { outboundId: string; hard: boolean; reason: string };
  }
}

export type PriorityChange = { from: Priority; to: Priority };
