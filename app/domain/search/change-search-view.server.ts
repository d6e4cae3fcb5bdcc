import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockSearchView } from "./internal/lock-search-view.server";
import { mayChangeView, mayShareView } from "./view-policy";
import type { ViewChange } from "./view-schema";

/** Renames a view, shows it to all or no longer. Another person's own view is not found. */
export function changeSearchView(ctx: Ctx, viewId: string, { name, shared }: ViewChange): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const view = await lockSearchView(ctx, viewId);
    if (!view) throw notFound();
    if (!mayChangeView(ctx.actor, view) || (shared && !view.shared && !mayShareView(ctx.actor))) throw forbidden();
    await ctx.db.searchView.update({ where: { id: viewId }, data: { name, shared } });
  });
}
