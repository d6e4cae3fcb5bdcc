import { UnreadableSet } from "#search/eval/read-lines";

/** A judged set is not what it should be; the message says why, and in which line. */
export const isUnreadableSet = (error: unknown): error is Error => error instanceof UnreadableSet;
