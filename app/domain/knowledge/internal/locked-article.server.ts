import type { ArticleAudience, ArticleKind, ArticleWork } from "~/generated/prisma/enums";
import { conflict, notFound } from "~/lib/errors";
import type { Ctx, Locale } from "~/platform/ctx.server";
import { requireStaff } from "../policy";

/** An article's row, held against other commands until the transaction ends. Every command takes it first. */
export type LockedArticle = {
  id: string;
  kind: ArticleKind;
  categoryId: string;
  audience: ArticleAudience;
  sourceLocale: Locale;
  createdById: string | null;
  deletedAt: Date | null;
  /** One of its languages is published or scheduled. */
  live: boolean;
};

export type LockedText = {
  id: string;
  locale: Locale;
  work: ArticleWork;
  publishedVersionId: string | null;
  scheduledVersionId: string | null;
  publishAt: Date;
  unpublishAt: Date;
  sourceVersion: number | null;
  staleSince: Date | null;
  draft: LockedDraft;
};

export type LockedDraft = {
  revision: number;
  title: string;
  slug: string;
  summary: string;
  keywords: string;
  markdown: string;
  updatedById: string | null;
  authorIds: string[];
};

/** Locks an article for staff, or 404. One in the recycle bin is the conflict `knowledge:error.deleted` unless asked for. */
export async function lockArticle(
  ctx: Ctx,
  articleId: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<LockedArticle> {
  requireStaff(ctx.actor);
  const [row] = await ctx.db.$queryRaw<Omit<LockedArticle, "live">[]>`
    select id::text, kind::text, category_id::text as "categoryId", audience::text,
      source_locale as "sourceLocale", created_by_id::text as "createdById", deleted_at as "deletedAt"
    from article where id = ${articleId}::uuid for no key update`;
  if (!row) throw notFound();
  if (row.deletedAt && !deleted) throw conflict("knowledge:error.deleted");
  // A statement of its own: what it reads is as of after the lock.
  const [{ live } = { live: false }] = await ctx.db.$queryRaw<{ live: boolean }[]>`
    select exists (select from article_text where article_id = ${articleId}::uuid
      and (published_version_id is not null or scheduled_version_id is not null)) as live`;
  return { ...row, live };
}

/** Locks an article and reads one of its languages with its draft, or 404. */
export async function lockText(
  ctx: Ctx,
  articleId: string,
  locale: string,
): Promise<{ article: LockedArticle; text: LockedText }> {
  const article = await lockArticle(ctx, articleId);
  const text = await readText(ctx, articleId, locale);
  if (!text) throw notFound();
  return { article, text };
}

/** One language of a locked article with its draft; null when it has no such language. */
export async function readText(ctx: Ctx, articleId: string, locale: string): Promise<LockedText | null> {
  const text = await ctx.db.articleText.findUnique({
    where: { articleId_locale: { articleId, locale } },
    select: {
      id: true,
      work: true,
      publishedVersionId: true,
      scheduledVersionId: true,
      publishAt: true,
      unpublishAt: true,
      sourceVersion: true,
      staleSince: true,
      draft: {
        select: {
          revision: true,
          title: true,
          slug: true,
          summary: true,
          keywords: true,
          markdown: true,
          updatedById: true,
          authorIds: true,
        },
      },
    },
  });
  if (!text) return null;
  if (!text.draft) throw new Error(`text ${text.id} has no draft`);
  return { ...text, draft: text.draft, locale: locale as Locale };
}
