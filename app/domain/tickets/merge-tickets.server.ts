import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket, type LockedTicket, lockVisibleTickets } from "./internal/locked-ticket.server";
import { queueForMerging } from "./internal/merge-chain.server";
import { bringPeople } from "./internal/merged-people.server";
import { refuseMerged } from "./internal/refuse-merged.server";
import { columnsForState } from "./internal/state-columns.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";

/**
 * Points `from` at `into`, or at the end of the chain that `into` points at: mail to the merged number lands there, its
 * people take part there and `from` is closed. Taken back by unmergeTickets. Conflict `tickets:error.mergeSelf` or `tickets:error.mergeCircle`.
 */
export function mergeTickets(ctx: Ctx, from: number, into: number): Promise<{ into: number }> {
  return inTransaction(ctx, async (ctx) => {
    if (from === into) throw conflict("tickets:error.mergeSelf");
    await queueForMerging(ctx);
    const [source, named] = await lockVisibleTickets(ctx, [from, into]);
    if (!source || !named) throw conflict("tickets:error.mergeSelf");
    authorize(ctx.actor, "ticket.merge", source);
    await refuseMerged(ctx, source);
    const target = await endOfChain(ctx, named);
    if (target.id === source.id) throw conflict("tickets:error.mergeCircle", { number: into });
    authorize(ctx.actor, "ticket.merge", target);

    const byId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const snooze = await ctx.db.snooze.findUnique({ where: { ticketId: source.id }, select: { until: true } });
    const { state, statusId, waitingSince } = source;
    const before = { state, statusId, waitingSince, snoozedUntil: snooze?.until ?? null };
    await ctx.db.merge.createMany({
      data: [{ fromId: source.id, intoId: target.id, byId, at: ctx.now, ...before }],
    });
    await bringPeople(ctx, source, target);
    await closeSource(ctx, source);
    await ctx.db.ticket.updateMany({ where: { id: target.id }, data: { activityAt: ctx.now } });
    await recordEvent(ctx, "ticket.merged", { ticketId: source.id }, { intoId: target.id });
    await recordEvent(ctx, "ticket.absorbed", { ticketId: target.id }, { fromId: source.id });
    await settleTickets(ctx, [{ id: source.id, before: source }]);
    touchTicket(ctx, source);
    touchTicket(ctx, target);
    return { into: target.number };
  });
}

async function endOfChain(ctx: Ctx, named: LockedTicket): Promise<LockedTicket> {
  let end = named;
  for (;;) {
    const merge = await ctx.db.merge.findUnique({ where: { fromId: end.id }, select: { intoId: true } });
    const next = merge && (await findLockedTicket(ctx, merge.intoId));
    if (!next) return end;
    end = next;
  }
}

async function closeSource(ctx: Ctx, source: LockedTicket): Promise<void> {
  if (source.state === "closed") return;
  await ctx.db.ticket.updateMany({ where: { id: source.id }, data: columnsForState(source, "closed", ctx.now) });
  await ctx.db.snooze.deleteMany({ where: { ticketId: source.id } });
  await recordEvent(
    ctx,
    "ticket.state_changed",
    { ticketId: source.id },
    { from: source.state, to: "closed", cause: "merge" },
  );
}
