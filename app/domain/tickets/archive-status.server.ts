import { assertAdministers } from "~/domain/routing/policy";
import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";

/** Takes an own status out of every choice, or puts it back with `archived: false`; tickets that have it keep it. */
export function archiveStatus(ctx: Ctx, statusId: string, { archived = true } = {}): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const status = await ctx.db.ticketStatus.findUnique({ where: { id: statusId }, select: { builtIn: true } });
    if (!status) throw notFound();
    if (status.builtIn) throw conflict("tickets:error.builtInStatus");
    const { count } = await ctx.db.ticketStatus.updateMany({
      where: { id: statusId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? ctx.now : null },
    });
    if (count) await recordEvent(ctx, archived ? "status.archived" : "status.restored", {}, { statusId });
  });
}
