import { NIL_ID } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import type { Projection } from "#search/projection";
import { readNewsDocuments } from "./internal/news-documents.server";
import { readSearchedArticles } from "./internal/read-searched-articles.server";
import { articleDocument } from "./internal/article-document";

const PAGE = 200;

/** An article or FAQ has a document for every language in which it is published. */
const articles: Projection<Ctx> = {
  mark: "article",
  kinds: ["article", "faq"],
  whole: false,
  documentsOf: async (ctx, ids) => (await readSearchedArticles(ctx, ids)).map(articleDocument),
  walk: async (ctx, after) =>
    page(
      await ctx.db.$queryRaw<{ id: string }[]>`
        select id::text from article where id > ${after ?? NIL_ID}::uuid order by id limit ${PAGE}::int`,
    ),
  count: (ctx) => ctx.db.article.count(),
  countDocuments: (ctx) =>
    ctx.db.articleText.count({ where: { publishedVersionId: { not: null }, article: { deletedAt: null } } }),
  recent: async (ctx, since) =>
    (
      await ctx.db.$queryRaw<{ id: string }[]>`
        select a.id::text from article a where a.activity_at >= ${since}
          or exists (select from article_vote v where v.article_id = a.id and v.at >= ${since})
          or exists (select from article_text x where x.article_id = a.id and x.updated_at >= ${since})`
    ).map(({ id }) => id),
};

/** News that is out, a document for every language it is written in. */
const news: Projection<Ctx> = {
  mark: "news",
  kinds: ["news"],
  whole: false,
  documentsOf: readNewsDocuments,
  walk: async (ctx, after) =>
    page(
      await ctx.db.$queryRaw<{ id: string }[]>`
        select id::text from news where id > ${after ?? NIL_ID}::uuid order by id limit ${PAGE}::int`,
    ),
  count: (ctx) => ctx.db.news.count(),
  async countDocuments(ctx) {
    const [row] = await ctx.db.$queryRaw<{ n: number }[]>`
      select coalesce(sum((select count(*) from jsonb_object_keys(n.texts))), 0)::int as n from news n
      where n.deleted_at is null and n.published_at <= ${ctx.now}`;
    return row?.n ?? 0;
  },
  recent: async (ctx, since) =>
    (
      await ctx.db.$queryRaw<{ id: string }[]>`
        select n.id::text from news n
        where (n.published_at >= ${since} and n.published_at <= ${ctx.now}) or n.created_at >= ${since}`
    ).map(({ id }) => id),
};

export const projections: readonly Projection<Ctx>[] = [articles, news];

const page = (rows: { id: string }[]) => ({
  ids: rows.map(({ id }) => id),
  next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
});
