import type { Ctx } from "~/platform/ctx.server";
import { requireAdministratorActor } from "./view-policy";

export type SynonymRow = { id: string; locale: string; words: string[] };

/** Words that mean the same, by language, the newest last. */
export function listSynonyms(ctx: Ctx): Promise<SynonymRow[]> {
  requireAdministratorActor(ctx.actor);
  return ctx.db.searchSynonym.findMany({
    orderBy: [{ locale: "asc" }, { id: "asc" }],
    select: { id: true, locale: true, words: true },
  });
}
