import type { ReplyTexts } from "./saved-reply-schema";

export type SavedReplyRow = {
  id: string;
  name: string;
  shared: boolean;
  /** Names of its queues; empty is all. */
  queues: string[];
  languages: string[];
  files: number;
  updatedAt: Date;
  archivedAt: Date | null;
};

export type SavedReplyDetails = {
  id: string;
  name: string;
  shared: boolean;
  queueIds: string[];
  texts: ReplyTexts;
  files: { id: string; name: string; size: number }[];
  archivedAt: Date | null;
  mayChange: boolean;
};

/** A saved reply as it would read on a ticket. */
export type ReplyChoice = {
  id: string;
  name: string;
  shared: boolean;
  /** The language of `text`. */
  locale: string;
  text: string;
  files: number;
};

/** What inserting adds: words for the composer, and uploads of the agent's own. */
export type InsertedReply = { text: string; uploads: { id: string; name: string; size: number }[] };
