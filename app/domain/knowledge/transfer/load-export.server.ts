import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";

export type ExportCategory = {
  slug: string;
  parent: string | null;
  icon: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  needsReview: boolean;
};

/** A text by its place alone. */
export type ExportPlace = {
  articleId: string;
  locale: string;
  sourceLocale: string;
  category: string;
  slug: string;
  title: string;
  published: boolean;
  /** A published text with changes that are not. */
  pending: boolean;
};

export type ExportText = {
  articleId: string;
  locale: string;
  kind: "article" | "faq";
  audience: "public" | "customers" | "organizations" | "agents";
  organizations: string[];
  position: number;
  reviewBy: string | null;
  published: boolean;
  updated: string | null;
  title: string;
  summary: string;
  keywords: string;
  markdown: string;
  pictures: { id: string; fileId: string; name: string; sha256: string }[];
};

/** The categories that are in use, in the order of readers, parents before their children. */
export async function loadExportCategories(ctx: Ctx): Promise<ExportCategory[]> {
  const rows = await ctx.db.articleCategory.findMany({
    where: { OR: [{ archivedAt: null }, { articles: { some: { deletedAt: null } } }] },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: {
      slug: true,
      parent: { select: { slug: true } },
      icon: true,
      names: true,
      descriptions: true,
      needsReview: true,
    },
  });
  const all = rows.map(({ parent, names, descriptions, ...row }) => ({
    ...row,
    parent: parent?.slug ?? null,
    names: names as Record<string, string>,
    descriptions: descriptions as Record<string, string>,
  }));
  const there = new Set(all.map(({ slug }) => slug));
  const below = (parent: string | null): ExportCategory[] =>
    all
      .filter((category) => (there.has(category.parent ?? "") ? category.parent : null) === parent)
      .flatMap((category) => [category, ...below(category.slug)]);
  return below(null);
}

/** Every text's place: of published texts the published address, of others that of the draft; published ones first. */
export function loadExportPlaces(ctx: Ctx): Promise<ExportPlace[]> {
  return ctx.db.$queryRaw<ExportPlace[]>`
    select a.id::text as "articleId", t.locale, a.source_locale as "sourceLocale", c.slug as category,
      coalesce(v.slug, d.slug) as slug, coalesce(v.title, d.title) as title,
      v.id is not null as published, v.id is not null and t.work <> 'none' as pending
    from article a
    join article_category c on c.id = a.category_id
    join article_text t on t.article_id = a.id
    join article_draft d on d.text_id = t.id
    left join article_version v on v.id = t.published_version_id
    where a.deleted_at is null
    order by v.id is null, a.id, t.locale`;
}

/** The texts of these articles with all that their files say. */
export async function loadExportTexts(ctx: Ctx, articleIds: readonly string[]): Promise<ExportText[]> {
  const words = { title: true, summary: true, keywords: true, markdown: true } as const;
  const rows = await ctx.db.article.findMany({
    where: { id: { in: [...articleIds] } },
    select: {
      id: true,
      kind: true,
      audience: true,
      position: true,
      reviewBy: true,
      organizations: { select: { organization: { select: { name: true } } } },
      images: { select: { id: true, fileId: true, name: true, file: { select: { sha256: true } } } },
      texts: {
        select: { locale: true, updatedAt: true, publishedVersion: { select: words }, draft: { select: words } },
      },
    },
  });
  return rows.flatMap(({ id, kind, audience, position, reviewBy, organizations, images, texts }) =>
    texts.flatMap(({ locale, updatedAt, publishedVersion, draft }) => {
      const text = publishedVersion ?? draft;
      if (!text) return [];
      return {
        articleId: id,
        locale,
        kind,
        audience,
        organizations: organizations.map(({ organization }) => organization.name).sort(),
        position,
        reviewBy: isNever(reviewBy) ? null : dayOf(reviewBy),
        published: publishedVersion !== null,
        updated: publishedVersion && updatedAt ? dayOf(updatedAt) : null,
        ...text,
        pictures: images.map(({ file, ...image }) => ({ ...image, sha256: file.sha256 })),
      };
    }),
  );
}

/** Days are counted in UTC, as the import reads them. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
