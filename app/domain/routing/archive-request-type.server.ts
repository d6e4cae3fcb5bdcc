import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** Takes a request type off the form, or puts it back with `archived: false`; tickets that have it keep it. */
export function archiveRequestType(ctx: Ctx, typeId: string, { archived = true } = {}): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.requestType.updateMany({
      where: { id: typeId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? ctx.now : null },
    });
    if (count) await recordEvent(ctx, archived ? "request_type.archived" : "request_type.restored", {}, { typeId });
  });
}
