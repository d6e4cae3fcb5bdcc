import type { Ctx } from "~/platform/ctx.server";
import { isNever } from "~/lib/never";
import type { TextForm } from "../schema";
import {
  addressKey,
  type KnownArticle,
  type KnownCategory,
  type KnownHelp,
  type KnownText,
  textKey,
} from "./known-help";
import type { ReadHelp } from "./read-help.server";

/** Reads what of the knowledge base an import is compared with: the tree, all addresses, and the articles it speaks of. */
export async function loadKnownHelp(ctx: Ctx, help: ReadHelp): Promise<KnownHelp> {
  const addresses = await readAddresses(ctx);
  const asked = help.texts.flatMap(({ locale, slug, source }) => [
    addressKey(locale, slug),
    ...(source ? [addressKey(source.locale, source.slug)] : []),
  ]);
  const ids = [...new Set(asked.flatMap((address) => addresses.get(address) ?? []))];
  return {
    addresses,
    categories: await readCategories(ctx),
    articles: await readArticles(ctx, ids),
    texts: await readTexts(ctx, ids),
    organizations: await readOrganizations(ctx, help),
  };
}

/** Addresses of published texts, old ones too, come before those that drafts only wish for. */
async function readAddresses(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db.$queryRaw<{ locale: string; slug: string; id: string }[]>`
    select s.locale, s.slug, t.article_id::text as id, 0 as rank
    from article_slug s join article_text t on t.id = s.text_id
    union all
    select t.locale, d.slug, t.article_id::text, 1
    from article_draft d join article_text t on t.id = d.text_id join article a on a.id = t.article_id
    where d.slug <> '' and a.deleted_at is null
    order by rank, id`;
  const addresses = new Map<string, string>();
  for (const { locale, slug, id } of rows) {
    const key = addressKey(locale, slug);
    if (!addresses.has(key)) addresses.set(key, id);
  }
  return addresses;
}

async function readCategories(ctx: Ctx): Promise<Map<string, KnownCategory>> {
  const rows = await ctx.db.articleCategory.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      parent: { select: { slug: true } },
      icon: true,
      names: true,
      descriptions: true,
      needsReview: true,
      archivedAt: true,
    },
  });
  return new Map(
    rows.map(({ parent, names, descriptions, archivedAt, ...row }) => [
      row.slug,
      {
        ...row,
        parent: parent?.slug ?? null,
        names: names as Record<string, string>,
        descriptions: descriptions as Record<string, string>,
        archived: archivedAt !== null,
      },
    ]),
  );
}

async function readArticles(ctx: Ctx, ids: string[]): Promise<Map<string, KnownArticle>> {
  const rows = await ctx.db.article.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      kind: true,
      category: { select: { slug: true } },
      audience: true,
      organizations: { select: { organizationId: true } },
      reviewBy: true,
      sourceLocale: true,
      deletedAt: true,
      images: { select: { id: true, name: true, file: { select: { sha256: true } } }, orderBy: { id: "asc" } },
    },
  });
  return new Map(
    rows.map(({ id, kind, category, audience, organizations, reviewBy, sourceLocale, deletedAt, images }) => [
      id,
      {
        id,
        kind,
        category: category.slug,
        audience,
        organizationIds: organizations.map(({ organizationId }) => organizationId),
        reviewBy: isNever(reviewBy) ? null : reviewBy.toISOString().slice(0, 10),
        sourceLocale,
        deleted: deletedAt !== null,
        pictures: images.map(({ id, name, file }) => ({ id, name, sha256: file.sha256 })),
      },
    ]),
  );
}

const WORDS = { title: true, slug: true, summary: true, keywords: true, markdown: true } as const;

async function readTexts(ctx: Ctx, ids: string[]): Promise<Map<string, KnownText>> {
  const rows = await ctx.db.articleText.findMany({
    where: { articleId: { in: ids } },
    select: {
      articleId: true,
      locale: true,
      work: true,
      scheduledVersionId: true,
      draft: { select: { ...WORDS, revision: true, updatedBy: { select: { name: true } } } },
      publishedVersion: { select: WORDS },
    },
  });
  return new Map(
    rows.flatMap(({ articleId, locale, work, scheduledVersionId, draft, publishedVersion }) => {
      if (!draft) return [];
      const { revision, updatedBy, ...words } = draft;
      // A draft that names no address keeps the published one.
      const form: TextForm = { ...words, slug: words.slug || (publishedVersion?.slug ?? "") };
      const text: KnownText = {
        articleId,
        locale,
        work,
        revision,
        draft: form,
        published: publishedVersion,
        scheduled: scheduledVersionId !== null,
        editor: updatedBy?.name ?? "",
      };
      return [[textKey(articleId, locale), text] as const];
    }),
  );
}

async function readOrganizations(ctx: Ctx, { texts }: ReadHelp): Promise<Map<string, string[]>> {
  const names = [
    ...new Set(texts.flatMap(({ organizations = [] }) => organizations.map((name) => name.toLowerCase()))),
  ];
  const byName = new Map<string, string[]>();
  if (!names.length) return byName;
  const rows = await ctx.db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, lower(name) as name from organization where lower(name) = any(${names})`;
  for (const { id, name } of rows) byName.set(name, [...(byName.get(name) ?? []), id]);
  return byName;
}
