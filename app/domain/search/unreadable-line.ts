import { UnreadableLine } from "#search/eval/read-lines";

/** A line of a judged set is not what it should be; the message says which and why. */
export const isUnreadableLine = (error: unknown): error is Error => error instanceof UnreadableLine;
