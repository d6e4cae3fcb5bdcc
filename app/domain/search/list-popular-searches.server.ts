import type { Ctx, Locale } from "~/platform/ctx.server";
import { isGrammar } from "#search/stop-words";
import { popularCache } from "./internal/popular-cache";
import { searchIndex } from "./search-index.server";

const DAYS = 30;
/** Read of the newest; popularity does not need more. */
const LOOKED_AT = 20_000;
const SESSIONS = 3;
const SHOWN = 6;
/** Looked at, so that enough remain of them. */
const CANDIDATES = 18;
const FRESH_MS = 300_000;

/**
 * What readers of a language searched for most in the last 30 days with a result: only what three sessions and more
 * asked, in folded words without addresses or numbers, and of these only what a stranger finds word for word: what
 * members of an organization look for in their tickets is no stranger's. At most six; counted anew every five minutes.
 */
export async function listPopularSearches(ctx: Ctx, locale: Locale = ctx.locale): Promise<string[]> {
  const known = popularCache.get(locale);
  const age = ctx.now.getTime() - (known?.at ?? -Infinity);
  if (known && age >= 0 && age < FRESH_MS) return known.queries;
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  const rows = await ctx.db.$queryRaw<{ query: string }[]>`
    select query from (
      select query, session from search_intention
      where started_at > ${since} and half = 'portal' and locale = ${locale} and results > 0
      order by started_at desc, id desc limit ${LOOKED_AT}) newest
    where length(query) between 3 and 40
    group by query having count(distinct session) >= ${SESSIONS}
    order by count(distinct session) desc, query limit ${CANDIDATES}`;
  const stranger: Ctx = { ...ctx, actor: { kind: "anonymous" } };
  const queries: string[] = [];
  for (const { query } of rows) {
    if (queries.length === SHOWN) break;
    if (await findsEachWord(stranger, query, locale)) queries.push(query);
  }
  popularCache.set(locale, { at: ctx.now.getTime(), queries });
  return queries;
}

async function findsEachWord(ctx: Ctx, query: string, locale: Locale): Promise<boolean> {
  const words = query.split(" ").filter((word) => !isGrammar(locale, word));
  for (const text of words) {
    const { total, corrected } = await searchIndex(ctx, { text, locale, kinds: ["article", "faq", "news"], limit: 1 });
    if (!total.count || corrected.length) return false;
  }
  return words.length > 0;
}
