import type { RoutedTicket } from "~/domain/routing/apply-rules";
import { writeRouting } from "~/domain/routing/write-routing.server";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { applyChanges } from "./internal/apply-changes.server";
import { applyRulesAgain } from "./internal/apply-rules-again.server";
import { type LockedTicket, lockVisibleTicket } from "./internal/locked-ticket.server";
import { recordRouting } from "./internal/record-routing.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { findOrCreateTags } from "./internal/tags.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { authorize } from "./policy";
import { isOpen } from "./states";

/**
 * Has the newest rules decide anew about a ticket, then its queue: it has nobody until then. Queue and priority chosen by
 * hand stay, tags and followers that it has too; the skills asked for are those of these rules. Conflict for what is
 * solved, and without rules in a queue that is worked by pulling.
 */
export function routeAgain(ctx: Ctx, number: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.assign", ticket);
    if (!isOpen(ticket.state)) throw conflict("routing:assign.error.manual");
    const routed = await applyRulesAgain(ctx, ticket);
    const queue = await ctx.db.queue.findUnique({
      where: { id: routed?.queueId ?? ticket.queueId },
      select: { id: true, assignment: true },
    });
    const pulled = queue?.assignment === "manual";
    if (!queue || (pulled && !routed)) throw conflict("routing:assign.error.manual");
    // Who pulled it keeps it while it stays in that queue.
    const keeps = pulled && queue.id === ticket.queueId;
    if (!keeps) await release(ctx, ticket);
    if (routed) await applyRouting(ctx, keeps ? ticket : { ...ticket, assigneeId: null }, routed);
    await settleTickets(ctx, [{ id: ticket.id, before: ticket }]);
    touchTicket(ctx, ticket);
  });
}

/** A decision is written anew even when the reason for waiting stays the same. */
async function release(ctx: Ctx, { id, assigneeId }: LockedTicket): Promise<void> {
  await ctx.db.ticket.updateMany({ where: { id }, data: { assigneeId: null, waitReason: null, activityAt: ctx.now } });
  await recordEvent(ctx, "ticket.assigned", { ticketId: id }, { from: assigneeId, to: null, reason: "routed_again" });
}

/** The rules act, not who asked for them. */
async function applyRouting(ctx: Ctx, ticket: LockedTicket, routed: RoutedTicket): Promise<void> {
  const acting: Ctx = { ...ctx, actor: { kind: "system" } };
  const has = await ctx.db.ticketTag.findMany({ where: { ticketId: ticket.id }, select: { tagId: true } });
  const tagIds = [...new Set([...has.map(({ tagId }) => tagId), ...(await findOrCreateTags(ctx, routed.tags))])];
  const { queueId, priority } = routed;
  await applyChanges(acting, ticket, { queueId, priority, tagIds });
  await ctx.db.ticketSkill.deleteMany({ where: { ticketId: ticket.id } });
  await writeRouting(ctx, ticket.id, routed);
  if (routed.ruleIds.length) await recordRouting(ctx, ticket.id, routed);
}
