import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockSearchView } from "./internal/lock-search-view.server";
import { mayChangeView } from "./view-policy";

/** Deletes a view; nothing when it is gone already. */
export function deleteSearchView(ctx: Ctx, viewId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const view = await lockSearchView(ctx, viewId);
    if (!view) return;
    if (!mayChangeView(ctx.actor, view)) throw forbidden();
    await ctx.db.searchView.delete({ where: { id: viewId } });
  });
}
