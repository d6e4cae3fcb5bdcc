import { isId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import type { ArticleRow } from "./article-views";
import { branchOf, named, orNull, TEXTS } from "./internal/desk-sql.server";
import { requireStaff } from "./policy";
import type { TextLocale } from "./schema";

export const ARTICLE_STATES = [
  "draft",
  "in_review",
  "published",
  "changes",
  "scheduled",
  "stale",
  "review_due",
  "deleted",
] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export type ArticleFilter = {
  /** `draft`: not published; `changes`: published with changes since. All but the recycle bin without one. */
  state?: ArticleState | null;
  /** With `state`, the language that is so; alone, articles that have the language. */
  locale?: TextLocale | null;
  /** With all that lies in it. */
  categoryId?: string | null;
  kind?: "article" | "faq" | null;
  /** Owned, begun or last written by the actor. */
  mine?: boolean;
  /** In a title. */
  words?: string;
  after: string | null;
};

/** A page of the desk's articles, last changed first. */
export async function listArticles(ctx: Ctx, filter: ArticleFilter): Promise<KeysetPage<ArticleRow>> {
  requireStaff(ctx.actor);
  const wanted = conditions(ctx, filter);
  const page = await readPage(filter.after, (cursor) => {
    const { where, order } = walk(cursor, true, Prisma.sql`a.activity_at`, Prisma.sql`a.id`);
    const sorted = order(Prisma.sql`a.activity_at`, Prisma.sql`a.id`);
    return ctx.db.$queryRaw<(ArticleRow & { key: Date })[]>`
      select a.activity_at as key, a.id::text as id, a.kind::text as kind, a.category_id::text as "categoryId",
        c.names as "categoryNames", a.audience::text as audience, a.source_locale as "sourceLocale",
        ${named(Prisma.sql`o`)} as owner, ${TEXTS} as texts, a.activity_at as "activityAt",
        ${orNull(Prisma.sql`a.review_by`)} as "reviewBy", a.deleted_at as "deletedAt", a.views,
        a.helpful_yes as "helpfulYes", a.helpful_no as "helpfulNo"
      from (select * from article a where ${wanted} and ${where} order by ${sorted} ${PAGE_LIMIT}) a
      join article_category c on c.id = a.category_id
      left join person o on o.id = a.owner_id
      order by ${sorted}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row) };
}

function conditions(ctx: Ctx, { state, locale, categoryId, kind, mine, words = "" }: ArticleFilter): Prisma.Sql {
  const all = [Prisma.sql`a.deleted_at is ${state === "deleted" ? Prisma.sql`not null` : Prisma.sql`null`}`];
  if (state === "review_due") all.push(Prisma.sql`a.review_by <= ${ctx.now}`);
  const ofText = state ? TEXT_STATES[state] : undefined;
  if (ofText || locale) {
    const language = locale ? Prisma.sql`t.locale = ${locale}` : Prisma.sql`true`;
    all.push(Prisma.sql`exists (
      select from article_text t where t.article_id = a.id and ${language} and ${ofText ?? Prisma.sql`true`})`);
  }
  if (categoryId && isId(categoryId)) all.push(Prisma.sql`a.category_id in ${branchOf(categoryId)}`);
  if (kind) all.push(Prisma.sql`a.kind = ${kind}::article_kind`);
  const personId = actorPersonId(ctx);
  if (mine && personId)
    all.push(Prisma.sql`(a.owner_id = ${personId}::uuid or a.created_by_id = ${personId}::uuid or exists (
      select from article_text t join article_draft d on d.text_id = t.id
      where t.article_id = a.id and d.updated_by_id = ${personId}::uuid))`);
  const pattern = words.replaceAll("\u0000", "").trim();
  if (pattern)
    all.push(Prisma.sql`exists (
      select from article_text t join article_draft d on d.text_id = t.id
      where t.article_id = a.id and d.title ilike ${`%${pattern.replace(/[\\%_]/g, "\\$&")}%`})`);
  return Prisma.join(all, " and ");
}

const TEXT_STATES: Partial<Record<ArticleState, Prisma.Sql>> = {
  draft: Prisma.sql`t.published_version_id is null`,
  in_review: Prisma.sql`t.work = 'in_review'`,
  published: Prisma.sql`t.published_version_id is not null`,
  changes: Prisma.sql`t.published_version_id is not null and t.work <> 'none'`,
  scheduled: Prisma.sql`(t.publish_at < '9999-12-31T00:00:00Z' or t.unpublish_at < '9999-12-31T00:00:00Z')`,
  stale: Prisma.sql`t.stale_since is not null`,
};
