import { notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { storable } from "./internal/storable-text";
import type { TextLocale } from "./schema";
import { visibleArticles } from "./visible.server";

export type OpenedAnswer = { articleId: string; locale: TextLocale; reader: string; query?: string };

const DAY_MS = 86_400_000;
const MAX_QUERY = 300;

/**
 * Notes that somebody who was writing a ticket opened a suggested answer, once per answer, reader and day. Whether it
 * spared a ticket is settled a day later. Gives the row's id.
 */
export function openAnswer(ctx: Ctx, { articleId, locale, reader, query = "" }: OpenedAnswer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const [article] = await ctx.db.$queryRaw<{ id: string }[]>`
      select a.id::text from article a where a.id = ${articleId}::uuid and ${visibleArticles(ctx.actor)} for share of a`;
    if (!article) throw notFound();
    // Two tabs of one reader: the second finds the row of the first.
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`deflection ${reader}`}, 0))`;
    const since = new Date(ctx.now.getTime() - DAY_MS);
    const known = await ctx.db.deflection.findFirst({
      where: { articleId, reader, openedAt: { gt: since } },
      orderBy: { openedAt: "desc" },
      select: { id: true },
    });
    if (known) return known.id;
    const id = newId(ctx.now.getTime());
    await ctx.db.deflection.createMany({
      data: {
        id,
        articleId,
        locale,
        reader,
        personId: actorPersonId(ctx),
        query: storable(query).slice(0, MAX_QUERY),
        openedAt: ctx.now,
      },
    });
    return id;
  });
}
