import type { Ctx } from "~/platform/ctx.server";
import { SEARCH_CAP, type SearchFigures, type SearchFilter } from "./knowledge-views";
import { assertReadsSearches } from "./policy";
import { searchesOf } from "./searches-of.server";

/** How many searches there were, found nothing, and led to a document; of the newest 20,000 of the period. */
export async function countSearches(ctx: Ctx, filter: Omit<SearchFilter, "outcome">): Promise<SearchFigures> {
  assertReadsSearches(ctx.actor);
  const [row] = await ctx.db.$queryRaw<Omit<SearchFigures, "capped">[]>`
    select count(*)::int as total, (count(*) filter (where results = 0))::int as without, count(opened)::int as opened
    from (select s.results, s.opened from search_intention s where ${searchesOf(ctx, { ...filter, outcome: null })}
      order by s.started_at desc, s.id desc limit ${SEARCH_CAP}) newest`;
  const { total = 0, without = 0, opened = 0 } = row ?? {};
  return { total, without, opened, capped: total >= SEARCH_CAP };
}
