import type { z } from "zod";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { saveDraft } from "~/domain/knowledge/save-draft.server";
import { createArticleForm, createCategoryForm, type TextForm } from "~/domain/knowledge/schema";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { type CastName, castActor, castCtx } from "./cast";

/** What a request of this agent would carry if the agent wrote the knowledge base. */
export const editorCtx = (name: CastName, over: Partial<Ctx> = {}): Ctx & { actor: PersonActor } => ({
  ...castCtx(name, over),
  actor: { ...castActor(name), role: "editor" },
});

type CategoryFacts = { name: string; parentId?: string | null; needsReview?: boolean };

/** A category by its English name. */
export const makeCategory = async ({ name, ...rest }: CategoryFacts): Promise<string> =>
  (await createCategory(castCtx("ada"), createCategoryForm.parse({ names: { en: name }, ...rest }))).categoryId;

type ArticleFacts = Partial<z.input<typeof createArticleForm>> & { categoryId: string };

/** An article that nobody has published, written by `by`. */
export const makeArticle = async (facts: ArticleFacts, by: Ctx = castCtx("ada")): Promise<string> => {
  const form = { kind: "article", locale: "en", title: "Claiming damage", markdown: "Send us a photo.", ...facts };
  return (await createArticle(by, createArticleForm.parse(form))).articleId;
};

/** An article whose first language is published. */
export const makePublished = async (facts: ArticleFacts, by: Ctx = castCtx("ada")): Promise<string> => {
  const articleId = await makeArticle(facts, by);
  await publishText(by, { articleId, locale: facts.locale ?? "en" });
  return articleId;
};

/** Writes over some of a draft, as a tab that shows it would; `revision` is then the one that it showed. */
export async function writeDraft(
  by: Ctx,
  articleId: string,
  words: Partial<TextForm>,
  { locale = "en", revision }: { locale?: string; revision?: number } = {},
): Promise<{ revision: number }> {
  const draft = await draftOf(articleId, locale);
  const { title, slug, summary, keywords, markdown } = { ...draft, ...words };
  return saveDraft(by, {
    articleId,
    locale,
    title,
    slug,
    summary,
    keywords,
    markdown,
    revision: revision ?? draft.revision,
  });
}

export const draftOf = (articleId: string, locale = "en") =>
  database().prisma.articleDraft.findFirstOrThrow({ where: { text: { articleId, locale } } });

export const textOf = (articleId: string, locale = "en") =>
  database().prisma.articleText.findUniqueOrThrow({
    where: { articleId_locale: { articleId, locale } },
    include: { publishedVersion: true, slugs: { orderBy: { createdAt: "asc" } } },
  });

/** Takes everything of the knowledge base out again. */
export async function clearArticles(): Promise<void> {
  const { prisma } = database();
  await prisma.article.deleteMany();
  await prisma.$executeRaw`truncate article_category cascade`;
  await prisma.event.deleteMany();
  await prisma.$executeRaw`delete from graphile_worker._private_jobs`;
}
