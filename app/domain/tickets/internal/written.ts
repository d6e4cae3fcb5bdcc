import type { LockedTicket } from "./locked-ticket.server";

/** A ticket that the running command has just written. */
export type Written = {
  id: string;
  /** Its row before the command; null when the command opened it. */
  before: Pick<
    LockedTicket,
    "state" | "queueId" | "assigneeId" | "priority" | "deletedAt" | "activityAt" | "solvedAt" | "closedAt"
  > | null;
  /** The moment that clocks go by when it is not the command's own: pressing Send, the timer's end. */
  at?: Date;
};
