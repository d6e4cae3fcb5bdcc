import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { synonymAsSeen } from "../synonym-as-seen";

/** One change of the groups of synonyms at a time, so that no group is added twice. */
export const lockSynonyms = (ctx: Ctx): Promise<unknown> =>
  ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('search_synonym', 0))`;

/** The group under the lock; null when it is gone. 409 unless it still says what the form was drawn with. */
export async function findSynonymAsSeen(
  ctx: Ctx,
  id: string,
  seen: string | undefined,
): Promise<{ id: string } | null> {
  const group = await ctx.db.searchSynonym.findUnique({ where: { id } });
  if (group && seen !== undefined && seen !== synonymAsSeen(group)) throw conflict("search:error.synonymChanged");
  return group;
}
