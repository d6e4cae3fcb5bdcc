import type { Locale } from "~/platform/ctx.server";
import { systemCtx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { log } from "~/platform/log.server";

const FLUSH_MS = 10_000;

/** `article locale day` -> views since the last flush. */
let counted = new Map<string, number>();

/** Notes that an article was read; no page waits for it, and nothing says by whom. */
export function countView(articleId: string, locale: Locale, at: Date): void {
  const key = `${articleId} ${locale} ${at.toISOString().slice(0, 10)}`;
  counted.set(key, (counted.get(key) ?? 0) + 1);
}

/**
 * Adds what this process has counted to the days and the articles' sums, in the order of the articles, so that several
 * processes wait for one another and never in a circle. What cannot be written now is counted again the next time.
 */
export async function flushViews(): Promise<void> {
  if (counted.size === 0) return;
  const taken = counted;
  counted = new Map();
  const rows = [...taken].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, views]) => [...key.split(" "), views]);
  const column = (n: number) => rows.map((row) => row[n]);
  try {
    await systemCtx().db.$executeRaw(Prisma.sql`
      with seen as (
        select a.id, s.locale, s.day::date, s.views
        from unnest(${column(0)}::uuid[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::int[])
          as s (article_id, locale, day, views)
        join article a on a.id = s.article_id
        order by a.id
        for no key update of a
      ), days as (
        insert into article_day as d (article_id, locale, day, views)
        select id, locale, day, views from seen order by id, locale, day
        on conflict (article_id, locale, day) do update set views = d.views + excluded.views
      )
      update article a set views = a.views + summed.views
      from (select id, sum(views)::int as views from seen group by id) summed
      where a.id = summed.id`);
  } catch (error) {
    for (const [key, views] of taken) counted.set(key, (counted.get(key) ?? 0) + views);
    log.warn({ err: error }, "views of articles not written yet");
  }
}

/** Flushes every ten seconds until `stop`, which writes what is left. */
export function startCountingViews(): { stop(): Promise<void> } {
  const timer = setInterval(() => void flushViews(), FLUSH_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await flushViews();
    },
  };
}
