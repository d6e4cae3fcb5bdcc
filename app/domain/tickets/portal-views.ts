import type { Channel, MessageSide, PortalState } from "./states";
import type { PersonRef, AttachmentView } from "./views";

// What the portal's queries return. Plain data: also usable in the browser.

export const PORTAL_SCOPES = ["mine", "organization", "all"] as const;
export type PortalScope = (typeof PORTAL_SCOPES)[number];
export const PORTAL_FILTERS = ["open", "done"] as const;
export type PortalFilter = (typeof PORTAL_FILTERS)[number];
export type PortalListQuery = { scope: PortalScope; filter: PortalFilter; after: string | null };

export type PortalRow = {
  number: number;
  subject: string;
  state: PortalState;
  statusName: string | null;
  requester: PersonRef;
  own: boolean;
  assigneeName: string | null;
  queueName: string;
  publicAt: Date;
  answer: PromisedAnswer | null;
  unread: boolean;
};

/** By when the customer gets an answer, and whether that moment has passed. */
export type PromisedAnswer = { by: Date; late: boolean };

export type PortalMessage = {
  id: string;
  side: MessageSide;
  author: string;
  own: boolean;
  channel: Channel;
  text: string;
  html: string | null;
  quotedText: string | null;
  quotedHtml: string | null;
  remoteImages: boolean;
  hasOriginal: boolean;
  sentAt: Date;
  editedAt: Date | null;
  attachments: AttachmentView[];
};

export type PortalTicket = {
  id: string;
  number: number;
  subject: string;
  state: PortalState;
  statusName: string | null;
  typeName: string | null;
  queueName: string;
  queueAddress: string | null;
  assigneeName: string | null;
  requester: PersonRef;
  organization: string | null;
  participants: PersonRef[];
  createdAt: Date;
  publicAt: Date;
  /** Null when no answer is due, or its clock stands still. */
  answer: PromisedAnswer | null;
  solvedAt: Date | null;
  /** Closed for good: what is written here opens a linked ticket. */
  followsUp: boolean;
  /** Set once merged: where the conversation goes on. */
  mergedInto: number | null;
  followUps: { number: number; subject: string }[];
  messages: PortalMessage[];
  earlier: string | null;
  allowed: { reply: boolean; solve: boolean; reopen: boolean; invite: boolean };
};

/** One thing that waits for the customer. */
export type WaitingItem = { kind: "ticket"; number: number; subject: string; queueName: string; at: Date };
