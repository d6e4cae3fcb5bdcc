import type { DeliveryState, SlaKind } from "~/generated/prisma/enums";
import type { Channel, MessageKind, MessageSide, Priority, SendMode, TicketState } from "./states";

// What the desk's queries return. Plain data: also usable in the browser.

export type PersonRef = { id: string; name: string };
export type StatusRef = {
  id: string;
  state: TicketState;
  /** Its own name in the reader's language; null takes the product's word. */ name: string | null;
};

/** A desk list: which tickets, in what order. */
export const DESK_VIEWS = ["mine", "unassigned", "due_soon", "waiting", "open", "solved"] as const;
export type DeskView = (typeof DESK_VIEWS)[number];
export const DESK_SORTS = ["activity", "waiting", "due"] as const;
export type DeskSort = (typeof DESK_SORTS)[number];
/** Views whose one order is fixed; the others are ordered as asked. */
export const FIXED_SORTS: Partial<Record<DeskView, DeskSort>> = {
  due_soon: "due",
  waiting: "activity",
  solved: "activity",
};
export type DeskListQuery = { view: DeskView; queueId: string | null; sort: DeskSort; after: string | null };

export type DeskRow = {
  id: string;
  number: number;
  subject: string;
  snippet: string;
  locale: string;
  state: TicketState;
  status: StatusRef;
  priority: Priority;
  queue: { id: string; name: string };
  requester: PersonRef;
  organization: string | null;
  assignee: PersonRef | null;
  activityAt: Date;
  /** Null when nobody waits. */
  waitingSince: Date | null;
  unread: boolean;
} & TicketDue;

/** How a ticket stands to its service level. */
export type TicketDue = {
  /** The next due time, or the one that passed unmet; null while paused and without a target. */
  dueAt: Date | null;
  dueKind: SlaKind | null;
  /** A quarter of that budget is left from here on. */
  dueWarnAt: Date | null;
  /** There are targets and all of them stand still. */
  clockPaused: boolean;
  /** Why nobody has it, a WaitReason; null when somebody has or nobody looked yet. */
  waitReason: string | null;
};

/** `next` is the cursor of the following page; `previous` that of the page before. */
export type Page<T> = { rows: T[]; next: string | null; previous: string | null };

/** Counts stop at `cap`. */
export type DeskCounts = {
  cap: number;
  views: Record<Exclude<DeskView, "solved">, number>;
  queues: { id: string; name: string; open: number }[];
};

export type AttachmentView = { id: string; name: string; type: string; size: number; inline: boolean };
export type DeliveryView = {
  id: string;
  recipient: string;
  state: DeliveryState;
  reason: string | null;
  detail: string | null;
  sentAt: Date | null;
  nextTryAt: Date | null;
};

export type MessageView = {
  kind: "message";
  id: string;
  messageKind: MessageKind;
  side: MessageSide;
  channel: Channel;
  author: PersonRef | null;
  text: string;
  /** Sanitised, inline images pointing at attachments. */
  html: string | null;
  quotedText: string | null;
  quotedHtml: string | null;
  remoteImages: boolean;
  sentAt: Date;
  editedAt: Date | null;
  versions: number;
  automatic: boolean;
  marked: boolean;
  rule: string | null;
  hasOriginal: boolean;
  /** The received mail behind it; for staff. */
  mailId: string | null;
  addressees: { to: { name: string; address: string }[]; cc: { name: string; address: string }[] } | null;
  attachments: AttachmentView[];
  deliveries: DeliveryView[];
};

/** A system line. `names` resolves the ids of `data` to words in the reader's language. */
export type EventView = {
  kind: "event";
  id: string;
  type: string;
  at: Date;
  actor: PersonRef | "system" | "rule" | "stranger";
  data: Record<string, unknown>;
  names: Record<string, string>;
  undoable: boolean;
};

export type TimelineItem = MessageView | EventView;

export type DeskTicket = {
  id: string;
  number: number;
  subject: string;
  locale: string;
  state: TicketState;
  status: StatusRef;
  priority: Priority;
  channel: Channel;
  queue: { id: string; name: string; sendMode: SendMode; address: string | null };
  type: { id: string; name: string } | null;
  assignee: PersonRef | null;
  /** Why nobody has it, a WaitReason; null when somebody has or nobody looked yet. */
  waitReason: string | null;
  tags: string[];
  createdAt: Date;
  firstReplyAt: Date | null;
  waitingSince: Date | null;
  solvedAt: Date | null;
  snoozedUntil: Date | null;
  deletedAt: Date | null;
  messageCount: number;
  mergedInto: number | null;
  mergedFrom: { number: number; subject: string }[];
  /** Articles that were made of its answers. */
  faqs: { id: string; title: string }[];
  links: { number: number; subject: string; kind: string; state: TicketState }[];
  banners: { id: string; code: string; data: Record<string, unknown> }[];
  requester: PersonRef & {
    email: string | null;
    locale: string | null;
    timeZone: string | null;
    phone: string;
  };
  /** Whom a reply would be mailed to and who gets no mail for now, the requester first. */
  suppressed: { personId: string; name: string; address: string; reason: string; until: Date }[];
  organization: { id: string; name: string } | null;
  participants: (PersonRef & { email: string | null; muted: boolean })[];
  followers: PersonRef[];
  following: boolean;
  requesterTickets: {
    open: number;
    total: number;
    cap: number;
    recent: { number: number; subject: string; state: TicketState }[];
  };
  /** Oldest first; the last 30 messages and the events among them. */
  timeline: TimelineItem[];
  /** Cursor to load what is before; null at the beginning. */
  earlier: string | null;
  readAt: Date | null;
  drafts: {
    kind: MessageKind;
    text: string;
    cc: string[];
    uploads: { id: string; name: string; size: number }[];
    updatedAt: Date;
  }[];
  /** Replies that wait for their release, the reader's own and colleagues'. */
  outgoing: { id: string; agent: PersonRef; own: boolean; text: string; mode: SendMode; releaseAt: Date }[];
  present: (PersonRef & { typing: boolean })[];
  allowed: { moves: TicketState[]; reply: boolean; delete: boolean; merge: boolean; unmerge: boolean };
};

/** What a message says and said before; `mailed` when its words have left the house. */
export type MessageVersionsView = {
  id: string;
  messageKind: MessageKind;
  text: string;
  mailed: boolean;
  editable: boolean;
  versions: { version: number; text: string; until: Date }[];
};

/** A deleted ticket. */
export type BinRow = {
  id: string;
  number: number;
  subject: string;
  queueName: string;
  requester: PersonRef;
  deletedAt: Date;
  deletedBy: string | null;
  /** When it goes for good. */
  purgeAt: Date;
};

/** What selects and menus of the desk offer. */
export type DeskChoices = {
  queues: { id: string; name: string }[];
  agents: PersonRef[];
  types: { id: string; name: string; queueId: string }[];
  statuses: StatusRef[];
};
