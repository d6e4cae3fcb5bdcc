import { conflict, forbidden } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { parseQuery, printQuery } from "./operators";
import { mayShareView, requireStaffActor } from "./view-policy";
import { MOST_VIEWS, type ViewForm } from "./view-schema";

/** Keeps a search as a view of the actor's, or for all agents. At most thirty of one person: Conflict. */
export function createSearchView(ctx: Ctx, { name, query, shared }: ViewForm): Promise<{ viewId: string }> {
  const { personId } = requireStaffActor(ctx.actor);
  if (shared && !mayShareView(ctx.actor)) throw forbidden();
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`search views ${personId}`}, 0))`;
    const count = await ctx.db.searchView.count({ where: { ownerId: personId } });
    if (count >= MOST_VIEWS) throw conflict("search:error.tooManyViews", { count: MOST_VIEWS });
    const viewId = newId();
    await ctx.db.searchView.create({
      data: { id: viewId, ownerId: personId, name, shared, query: printQuery(parseQuery(query)), createdAt: ctx.now },
    });
    return { viewId };
  });
}
