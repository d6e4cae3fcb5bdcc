import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { findSynonymAsSeen, lockSynonyms } from "./internal/lock-synonyms.server";
import { requireAdministratorActor } from "./view-policy";

/**
 * Takes a group of words away as it was `seen`, else the conflict `search:error.synonymChanged`; nothing when it is gone
 * already.
 */
export function removeSynonym(ctx: Ctx, synonymId: string, seen: string): Promise<void> {
  requireAdministratorActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockSynonyms(ctx);
    if (!(await findSynonymAsSeen(ctx, synonymId, seen))) return;
    await ctx.db.searchSynonym.deleteMany({ where: { id: synonymId } });
    await enqueue(ctx, "search.check", {}, { key: "search.check:words" });
  });
}
