import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { endDetours } from "./internal/detours.server";
import { type LockedTicket, lockVisibleTicket, lockVisibleTickets } from "./internal/locked-ticket.server";
import { lockInOrder, queueForMerging, readMergeChain } from "./internal/merge-chain.server";
import { releasePeople } from "./internal/merged-people.server";
import { setSnooze } from "./internal/set-snooze.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { columnsForState } from "./internal/state-columns.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";
import { isOpen, type TicketState } from "./states";

export type Unmerged = {
  from: number;
  into: number;
  /** Messages that came by the freed number and stay where they landed. */
  kept: number;
};

/**
 * Takes a merge back: the ticket `from` has its state and its mail again. Whom only the merge brought leaves the target,
 * and the tickets that it is merged into itself, unless they wrote there. Conflict `tickets:error.notMerged`,
 * `tickets:error.mergedElsewhere` when it is merged into another than `into`, `tickets:error.unmergeDeleted`.
 */
export function unmergeTickets(ctx: Ctx, from: number, { into }: { into?: number } = {}): Promise<Unmerged> {
  return inTransaction(ctx, async (ctx) => {
    await queueForMerging(ctx);
    const chain = await readMergeChain(ctx, from);
    const [, next, ...further] = chain;
    if (!next) return refuseSeparate(ctx, from);
    await lockInOrder(
      ctx,
      chain.map(({ id }) => id),
    );
    const [source, target] = await lockVisibleTickets(ctx, [from, next.number], { deleted: "with" });
    if (!source || !target) throw notFound();
    for (const ticket of [source, target]) {
      if (ticket.deletedAt) throw conflict("tickets:error.unmergeDeleted", { number: ticket.number });
      authorize(ctx.actor, "ticket.unmerge", ticket);
    }
    if (into !== undefined && into !== target.number)
      throw conflict("tickets:error.mergedElsewhere", { from, into: target.number, named: into });

    const merge = await ctx.db.merge.findUniqueOrThrow({ where: { fromId: source.id } });
    const kept = await endDetours(ctx, source.id);
    await ctx.db.merge.deleteMany({ where: { fromId: source.id } });
    await reviveSource(ctx, source, merge);
    await ctx.db.ticket.updateMany({ where: { id: target.id }, data: { activityAt: ctx.now } });

    const keptIds = kept.map(({ id }) => id);
    await recordEvent(ctx, "ticket.unmerged", { ticketId: source.id }, { intoId: target.id, keptIds });
    for (const { id } of [target, ...further]) {
      const here = kept.filter(({ ticketId }) => ticketId === id);
      const left = await releasePeople(ctx, id);
      markChanged(ctx, "ticket", id);
      if (id !== target.id && !left && !here.length) continue;
      await recordEvent(
        ctx,
        "ticket.unmerged",
        { ticketId: id },
        { fromId: source.id, keptIds: here.map((message) => message.id) },
      );
    }
    await settleTickets(ctx, [
      { id: source.id, before: source },
      { id: target.id, before: target },
    ]);
    touchTicket(ctx, source);
    touchTicket(ctx, target);
    return { from, into: target.number, kept: kept.length };
  });
}

/** Not merged, or not any more. Who may not ask learns neither. */
async function refuseSeparate(ctx: Ctx, from: number): Promise<never> {
  const ticket = await lockVisibleTicket(ctx, from);
  authorize(ctx.actor, "ticket.unmerge", ticket);
  throw conflict("tickets:error.notMerged", { number: from });
}

type Before = { state: TicketState; statusId: string | null; waitingSince: Date; snoozedUntil: Date | null };

/** As before the merge; it counts as no reopening. A snooze that is over by now has nothing to go back to but work. */
async function reviveSource(ctx: Ctx, source: LockedTicket, before: Before): Promise<void> {
  const until = before.snoozedUntil && before.snoozedUntil > ctx.now ? before.snoozedUntil : undefined;
  const to = before.state === "snoozed" && !until ? "open" : before.state;
  const statusId = to === before.state ? (before.statusId ?? undefined) : undefined;
  const { reopenCount: _, ...columns } = columnsForState(source, to, ctx.now, statusId);
  await ctx.db.ticket.updateMany({
    where: { id: source.id },
    data: {
      ...columns,
      publicAt: ctx.now,
      ...(to === "solved" ? { solvedAt: source.solvedAt ?? ctx.now } : {}),
      ...(isOpen(to) ? { waitingSince: before.waitingSince } : {}),
    },
  });
  if (to === source.state) return;
  const snooze = await setSnooze(ctx, source, to, until);
  await recordEvent(
    ctx,
    "ticket.state_changed",
    { ticketId: source.id },
    { from: source.state, to, cause: "unmerge", ...snooze },
  );
}
