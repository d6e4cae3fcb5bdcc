import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { clock } from "~/platform/clock.server";

type Words = { locale?: string; title: string; slug: string; html?: string; published?: boolean };
type Made = { articleId: string };

/** A topic of the help centre. */
export async function makeTopic(slug: string, over: { parentId?: string; position?: number } = {}): Promise<string> {
  const id = newId();
  await database().prisma.articleCategory.create({
    data: { id, slug, position: over.position ?? 0, parentId: over.parentId, names: { en: `Topic ${slug}` } },
  });
  return id;
}

/** An article as it stands once it was published (or taken back, with `published: false`) in each of its languages. */
export async function makeArticle(
  categoryId: string,
  texts: readonly Words[],
  over: {
    kind?: "article" | "faq";
    audience?: "public" | "customers" | "organizations" | "agents";
    organizationIds?: readonly string[];
    deleted?: boolean;
  } = {},
): Promise<Made> {
  const { prisma } = database();
  const articleId = newId();
  const now = clock.now();
  await prisma.article.create({
    data: {
      id: articleId,
      categoryId,
      kind: over.kind ?? "article",
      audience: over.audience ?? "public",
      sourceLocale: texts[0]?.locale ?? "en",
      createdAt: now,
      activityAt: now,
      deletedAt: over.deleted ? now : null,
      views: 1,
      organizations: { create: (over.organizationIds ?? []).map((organizationId) => ({ organizationId })) },
    },
  });
  for (const { locale = "en", title, slug, html = `<p>${title}.</p>`, published = true } of texts) {
    const [textId, versionId] = [newId(), newId()];
    await prisma.articleText.create({
      data: { id: textId, articleId, locale, work: "none", publishedAt: now, updatedAt: now },
    });
    await prisma.articleVersion.create({
      data: {
        id: versionId,
        textId,
        number: 1,
        title,
        slug,
        summary: "",
        keywords: "",
        markdown: title,
        html,
        plain: title,
        headings: [],
        createdAt: now,
      },
    });
    await prisma.articleSlug.create({ data: { locale, slug, textId, current: true, createdAt: now } });
    if (published)
      await prisma.articleText.update({
        where: { id: textId },
        data: { publishedVersionId: versionId },
      });
  }
  return { articleId };
}
