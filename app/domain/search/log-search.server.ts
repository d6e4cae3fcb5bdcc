import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { sessionKey } from "./internal/session-key.server";
import { loggedQuery, sameIntention } from "./same-intention";

export type LoggedSearch = {
  half: "portal" | "desk";
  /** As typed; what is kept of it says `loggedQuery`. */
  typed: string;
  /** Documents found. */
  results: number;
  /** Asked for by Enter or on the page; otherwise a keystroke. */
  final: boolean;
  userAgent: string;
};

/** Keystrokes and corrections this close together are one search. */
const MERGED_MS = 30_000;
/** Paging, filters and the way back show the same search again. */
const SAME_MS = 600_000;

type Row = { id: string; query: string; opened: string | null; recent: boolean };

/**
 * Writes down what was searched for, one row per intention: beginnings and corrections of one session within 30 seconds
 * become the longest of them, or the last that was asked for. Answers with the row's id; null when nothing of it is kept.
 */
export async function logSearch(ctx: Ctx, search: LoggedSearch): Promise<string | null> {
  const query = loggedQuery(search.typed);
  if (!query) return null;
  const session = await sessionKey(ctx, search.userAgent);
  const { half, results, final } = search;
  return inTransaction(ctx, async (ctx) => {
    // Keystrokes of one session arrive together; each sees what the one before wrote.
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`search ${session}`}, 0))`;
    const before = await findSame(ctx, { half, session, query });
    if (before) {
      const kept = !final && before.query.startsWith(query);
      await ctx.db.searchIntention.update({
        where: { id: before.id },
        data: kept && before.query !== query ? { updatedAt: ctx.now } : { query, results, updatedAt: ctx.now },
      });
      return before.id;
    }
    const id = newId();
    const { locale, now } = ctx;
    await ctx.db.searchIntention.create({
      data: { id, half, locale, query, results, session, startedAt: now, updatedAt: now },
    });
    return id;
  });
}

async function findSame(
  ctx: Ctx,
  { half, session, query }: { half: string; session: string; query: string },
): Promise<Row | null> {
  const [merged, same] = [MERGED_MS, SAME_MS].map((ms) => new Date(ctx.now.getTime() - ms));
  const rows = await ctx.db.$queryRaw<Row[]>`
    select id::text, query, opened, updated_at > ${merged} as recent from search_intention
    where session = ${session} and half = ${half}::half and updated_at > ${same}
    order by updated_at desc, id desc limit 5`;
  const [last] = rows;
  // Who opened a document has found; what is typed then is another search.
  if (last?.recent && !last.opened && sameIntention(last.query, query)) return last;
  return rows.find((row) => row.query === query) ?? null;
}
