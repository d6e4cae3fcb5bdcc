import type { ChosenBy } from "~/domain/routing/trace";
import type { Channel, Priority, SendMode, TicketState } from "./states";

export type ChangedField =
  "subject" | "status" | "priority" | "queue" | "type" | "assignee" | "tags" | "requester" | "asset" | "contract";
/** Who or what made the assignment, or took the ticket from its assignee. */
export type AssignmentReason =
  | "manual"
  | "pulled"
  | "queue_changed"
  /** A rule of the mailroom gave the new ticket to somebody. */
  | "mailroom"
  | ChosenBy
  /** Untouched for too long. */
  | "idle"
  /** The assignee went off, was deactivated or is out of office. */
  | "handed_over"
  /** It came back while the assignee was not there to take it. */
  | "not_there"
  /** Somebody asked for another decision. */
  | "routed_again";

declare module "~/platform/events.server" {
  interface EventData {
    "ticket.opened": {
      channel: Channel;
      queueId: string;
      messageId: string;
      automatic: boolean;
      /** What a mailroom rule says about the answer: a text's id, or "none". */
      answer?: string;
    };
    /** Rules changed something of a new ticket; `queueId` is where it went. */
    "ticket.routed": { rulesVersion: number; ruleIds: string[]; queueId: string };
    "ticket.customer_replied": {
      channel: Channel;
      messageId: string;
      automatic: boolean;
      /** It was closed before. */ reopened?: true;
    };
    /** An agent's reply was released. */
    "ticket.replied": { channel: Channel; messageId: string; mode: SendMode };
    "ticket.noted": { messageId: string; mentions: string[] };
    "ticket.state_changed": {
      from: TicketState;
      to: TicketState;
      /** End of the snooze that begins, and of the one that is given up. */
      until?: string;
      fromUntil?: string;
      cause: "agent" | "customer" | "reply" | "timer" | "merge" | "unmerge";
      /** Set for moves by hand, so that undo finds an administrator's own status again. */
      fromStatusId?: string;
      toStatusId?: string;
      undoneEventId?: string;
    };
    /** `from` and `to` are ids or codes, never words typed by people: a subject's `from` is its SubjectVersion, tags are ids. */
    "ticket.changed": { field: ChangedField; from: unknown; to: unknown; undoneEventId?: string };
    "ticket.assigned": {
      from: string | null;
      to: string | null;
      reason: AssignmentReason;
      /** The automatic decision behind it, the places in use before it, and the ticket's language when that counted. */
      decisionId?: string;
      load?: number;
      capacity?: number;
      language?: string;
      undoneEventId?: string;
    };
    "ticket.merged": { intoId: string };
    "ticket.absorbed": { fromId: string };
    /** On the ticket that came free with `intoId`, on the others with `fromId`. `keptIds`: messages by its number that stay. */
    "ticket.unmerged": { intoId?: string; fromId?: string; keptIds: string[] };
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
    /** Mail to the person is sent again; `reason` is why it was not. */
    "ticket.suppression_lifted": { personId: string; reason: string };
    "ticket.faq_drafted": { articleId: string };
    "saved_reply.created": { savedReplyId: string };
    "saved_reply.changed": { savedReplyId: string };
    "saved_reply.archived": { savedReplyId: string };
    "saved_reply.restored": { savedReplyId: string };
    "status.created": { statusId: string };
    "status.renamed": { statusId: string };
    "status.archived": { statusId: string };
    "status.restored": { statusId: string };
    /** Each as "from to". */
    "state_moves.changed": { added: string[]; removed: string[] };
    /** Seconds, written down or measured; `from` are those before. */
    "ticket.time_logged": { entryId: string; seconds: number; billable: boolean };
    "ticket.time_changed": { entryId: string; seconds: number; billable: boolean; from: number };
    "ticket.time_deleted": { entryId: string; seconds: number; billable: boolean };
    "ticket.bounced": { outboundId: string; hard: boolean; reason: string };
  }
}

export type PriorityChange = { from: Priority; to: Priority };
