import type { Channel, MessageKind, MessageSide, Priority, TicketState } from "./states";
import type { PersonRef, AttachmentView, TicketDue } from "./views";

/** Tickets, messages and events as the REST API gives them. To customers `updatedAt` is the last thing they could see. */
export type ApiTicket = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  priority: Priority;
  channel: Channel;
  queue: { id: string; name: string };
  requester: PersonRef & { email: string | null };
  assignee: PersonRef | null;
  organization: { id: string; name: string } | null;
  tags: string[];
  locale: string;
  messageCount: number;
  createdAt: Date;
  updatedAt: Date;
  firstReplyAt: Date | null;
  waitingSince: Date | null;
  solvedAt: Date | null;
  /** What only staff know of: null, and false, to customers. */
  contract: { id: string; name: string } | null;
} & TicketDue;
export type ApiTicketQuery = {
  state?: TicketState;
  queueId?: string;
  updatedSince?: Date;
  /** Only open tickets that are due earlier. For staff. */
  dueBefore?: Date;
  /** "due": open tickets with a due time, the soonest first. For staff. */
  sort?: "updated" | "due";
  /** Rows of a page; 25 unless told. */
  limit?: number;
  cursor?: string | null;
};
export type ApiMessage = {
  id: string;
  kind: MessageKind;
  side: MessageSide;
  channel: Channel;
  author: PersonRef | null;
  text: string;
  html: string | null;
  automatic: boolean;
  sentAt: Date;
  editedAt: Date | null;
  attachments: AttachmentView[];
};
export type ApiEvent = {
  id: string;
  type: string;
  at: Date;
  actorKind: "person" | "system" | "rule" | "anonymous";
  actorId: string | null;
  data: Record<string, unknown>;
};
