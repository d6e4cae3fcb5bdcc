import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { visibleArticles } from "./visible.server";
import { visibleNews } from "./visible-news.server";

/** Something of the help centre that a search found: an article or FAQ, or news, in one language. */
export type FoundHelp = { kind: string; group: string; locale: string };

/**
 * Which of the texts that were found the actor may read as things stand: what was taken back, deleted or given to other
 * readers is hidden before the index has heard of it. Answers a condition on them; other kinds are none of its business.
 */
export async function findReadableHelp(ctx: Ctx, found: readonly FoundHelp[]): Promise<(hit: FoundHelp) => boolean> {
  const idsOf = (isIt: (kind: string) => boolean) => found.filter(({ kind }) => isIt(kind)).map(({ group }) => group);
  const articles = idsOf(isArticle);
  const news = idsOf((kind) => kind === "news");
  if (!articles.length && !news.length) return (hit) => !isArticle(hit.kind) && hit.kind !== "news";
  const rows = await ctx.db.$queryRaw<{ key: string }[]>(
    prepared(Prisma.sql`
    select a.id::text || ' ' || t.locale as key
    from article a join article_text t on t.article_id = a.id and t.published_version_id is not null
    where a.id = any(${articles}::uuid[]) and ${visibleArticles(ctx.actor)}
    union all
    select n.id::text || ' ' || said.locale from news n cross join lateral jsonb_object_keys(n.texts) as said (locale)
    where n.id = any(${news}::uuid[]) and ${visibleNews(ctx)}`),
  );
  const readable = new Set(rows.map(({ key }) => key));
  return ({ kind, group, locale }) => (!isArticle(kind) && kind !== "news") || readable.has(`${group} ${locale}`);
}

const isArticle = (kind: string): boolean => kind === "article" || kind === "faq";
