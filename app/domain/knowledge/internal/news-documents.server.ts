import { cutText, indexedLocale } from "~/lib/indexed-text";
import type { Ctx } from "~/platform/ctx.server";
import type { ArticleAudience, NewsKind } from "~/generated/prisma/enums";
import type { ProjectedDocument } from "#search/projection";
import { renderMarkdown } from "../render-markdown.server";
import { principalsFor } from "./article-document";

type Words = { title?: string; markdown?: string };

type NewsRow = {
  id: string;
  kind: NewsKind;
  slug: string;
  audience: ArticleAudience;
  topicId: string | null;
  texts: Record<string, Words>;
  publishedAt: Date;
  solvedAt: Date | null;
  organizationIds: string[];
  updates: { at: string; texts: Record<string, Words> }[];
};

/** News that is out and not deleted, with its updates, in every language it is written in. */
export async function readNewsDocuments(ctx: Ctx, ids: readonly string[]): Promise<ProjectedDocument[]> {
  const rows = await ctx.db.$queryRaw<NewsRow[]>`
    select n.id::text, n.kind::text as kind, n.slug, n.audience::text as audience, n.topic_id::text as "topicId", n.texts,
      n.published_at as "publishedAt", n.solved_at as "solvedAt",
      array(select no.organization_id::text from news_organization no where no.news_id = n.id) as "organizationIds",
      (select coalesce(json_agg(json_build_object('at', u.at, 'texts', u.texts) order by u.at desc), '[]')
       from news_update u where u.news_id = n.id) as updates
    from news n
    where n.id = any(${[...ids]}::uuid[]) and n.deleted_at is null and n.published_at <= ${ctx.now}
    order by n.id`;
  const documents: ProjectedDocument[] = [];
  for (const row of rows)
    for (const [locale, words] of Object.entries(row.texts)) documents.push(await newsDocument(row, locale, words));
  return documents;
}

async function newsDocument(row: NewsRow, locale: string, words: Words): Promise<ProjectedDocument> {
  const bodies = [words.markdown ?? "", ...row.updates.map(({ texts }) => texts[locale]?.markdown ?? "")];
  const plain: string[] = [];
  for (const markdown of bodies) if (markdown) plain.push((await renderMarkdown(markdown)).plain);
  const latest = row.updates[0]?.at;
  return {
    id: `news:${row.id}:${locale}`,
    kind: "news",
    group: row.id,
    locale: indexedLocale(locale),
    title: words.title ?? "",
    keywords: "",
    body: cutText(plain.join("\n")),
    audience: principalsFor(row.audience, row.organizationIds),
    facets: [...(row.topicId ? [`category=${row.topicId}`] : []), `audience=${row.audience}`, `locale=${locale}`],
    at: latest ? new Date(latest) : row.publishedAt,
    quality: 0.3,
    data: { slug: row.slug, problem: row.kind === "problem", solved: row.solvedAt !== null },
  };
}
