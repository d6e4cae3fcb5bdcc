import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { findSynonymAsSeen, lockSynonyms } from "./internal/lock-synonyms.server";
import type { SynonymForm } from "./synonym-schema";
import { requireAdministratorActor } from "./view-policy";

/**
 * Adds a group of words that mean the same, or changes one that is there as it was `seen`, else the conflict
 * `search:error.synonymChanged`; the engines are told by the next look at them.
 */
export function saveSynonym(ctx: Ctx, { id, seen, locale, words }: SynonymForm): Promise<{ synonymId: string }> {
  requireAdministratorActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await lockSynonyms(ctx);
    if (id && !(await findSynonymAsSeen(ctx, id, seen))) throw conflict("search:error.synonymChanged");
    const same = await ctx.db.searchSynonym.findMany({ where: { locale, words: { hasEvery: words } } });
    if (same.some((group) => group.id !== id)) throw conflict("search:error.synonymTaken");
    const synonymId = id ?? newId();
    if (id) await ctx.db.searchSynonym.updateMany({ where: { id }, data: { locale, words } });
    else await ctx.db.searchSynonym.create({ data: { id: synonymId, locale, words } });
    await enqueue(ctx, "search.check", {}, { key: "search.check:words" });
    return { synonymId };
  });
}
