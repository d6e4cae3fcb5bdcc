import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { requireAdministratorActor } from "./view-policy";

/** Takes a group of words away; nothing when it is gone already. */
export function removeSynonym(ctx: Ctx, synonymId: string): Promise<void> {
  requireAdministratorActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.searchSynonym.deleteMany({ where: { id: synonymId } });
    await enqueue(ctx, "search.check", {}, { key: "search.check:words" });
  });
}
