import type { Ctx } from "~/platform/ctx.server";
import type { LockedTicket } from "./locked-ticket.server";
import { settleClocks } from "./settle-clocks.server";
import { settleRouting } from "./settle-routing.server";

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

/**
 * Draws the consequences of what a command wrote on locked tickets, in its transaction: service-level clocks follow, and
 * work without an assignee or a place that came free sets automatic assignment going. Every command that writes state,
 * queue, priority, assignee, deletion or a public message ends with it.
 */
export async function settleTickets(ctx: Ctx, written: readonly Written[]): Promise<void> {
  if (!written.length) return;
  await settleClocks(ctx, written);
  await settleRouting(ctx, written);
}
