import { storeFile } from "~/domain/files/store-file.server";
import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { addArticleImage } from "../add-article-image.server";
import { changeArticle } from "../change-article.server";
import { createArticle } from "../create-article.server";
import { markTranslationCurrent } from "../mark-translation-current.server";
import { publishText } from "../publish-text.server";
import { requestReview } from "../request-review.server";
import { saveDraft } from "../save-draft.server";
import { MAX_NOTE } from "../schema";
import { startTranslation } from "../start-translation.server";
import type { ArticlePart } from "./plan-article";
import type { PlannedText } from "./plan-import.server";

type Ids = ReadonlyMap<string, string>;

/** Writes a text's new pictures to the file store, which is better done before its transaction begins. */
export async function storePictures(ctx: Ctx, { pictures }: PlannedText): Promise<void> {
  for (const { id, bytes } of pictures) if (!id) await storeFile(ctx, bytes);
}

/** Takes one text over as planned, in the caller's transaction. The version's note names the file. */
export async function runText(ctx: Ctx, text: PlannedText, categoryIds: Ids): Promise<void> {
  const { articleId, read, known, item, decision } = text;
  const { locale } = read;
  const revision = await openText(ctx, text, categoryIds);
  const pictureIds = await addPictures(ctx, text);
  const form = { ...text.form, ...(pictureIds && { markdown: text.body(pictureIds) }) };
  // An article that begins without pictures holds its text already.
  if (decision.saves && (pictureIds || !text.begins)) await saveDraft(ctx, { articleId, locale, ...form, revision });
  if (known && text.withSource && decision.next === "publish") await followSource(ctx, text);
  const note = read.path.slice(-MAX_NOTE);
  if (decision.next === "publish") await publishText(ctx, { articleId, locale, note });
  if (decision.next === "review") await requestReview(ctx, { articleId, locale, note });
  if (decision.next === "publish" && !known && read.updated) await dateText(ctx, text, read.updated);
  item.articleId = articleId;
}

/** Sees to the article and its language; answers the draft's revision. */
async function openText(ctx: Ctx, text: PlannedText, categoryIds: Ids): Promise<number> {
  const { articleId, read, known, article, form } = text;
  const { locale } = read;
  if (text.begins && article) {
    const whole = wholeOf(article, categoryIds);
    await createArticle(ctx, { id: articleId, ...whole, ...form, locale, ownerId: null, ticketId: null, marks: [] });
    if (article.position !== null)
      await ctx.db.article.updateMany({ where: { id: articleId }, data: { position: article.position } });
    return 1;
  }
  if (article?.changes.length) await changeArticle(ctx, articleId, changesOf(article, categoryIds));
  if (known) return known.revision;
  // The source may have been refused a moment ago.
  if (!(await ctx.db.article.findUnique({ where: { id: articleId }, select: { id: true } })))
    throw conflict("transfer:error.sourceFailed");
  await startTranslation(ctx, { articleId, locale });
  return 1;
}

function wholeOf({ kind, category, audience, organizationIds, reviewBy }: ArticlePart, categoryIds: Ids) {
  const categoryId = categoryIds.get(category);
  if (!categoryId) throw conflict("transfer:error.categoryFailed", { slug: category });
  return { kind, categoryId, audience, organizationIds, reviewBy: reviewBy ? noonOf(reviewBy) : null };
}

function changesOf(article: ArticlePart, categoryIds: Ids) {
  const { kind, categoryId, audience, organizationIds, reviewBy } = wholeOf(article, categoryIds);
  const { changes } = article;
  return {
    ...(changes.includes("kind") && { kind }),
    ...(changes.includes("category") && { categoryId }),
    ...((changes.includes("audience") || changes.includes("organizations")) && { audience, organizationIds }),
    ...(changes.includes("reviewBy") && { reviewBy }),
  };
}

/** The ids of the text's pictures by path; null when all of them were there already. */
async function addPictures(ctx: Ctx, { articleId, pictures }: PlannedText): Promise<Map<string, string> | null> {
  if (pictures.every(({ id }) => id)) return null;
  const ids = new Map<string, string>();
  for (const { path, name, bytes, id } of pictures)
    ids.set(path, id ?? (await addArticleImage(ctx, articleId, { name, bytes })).id);
  return ids;
}

/** A folder in which source and translation lie side by side: the changed translation says what the source says. */
async function followSource(ctx: Ctx, { articleId, read }: PlannedText): Promise<void> {
  const article = await ctx.db.article.findUnique({ where: { id: articleId }, select: { sourceLocale: true } });
  const where = { articleId, locale: article?.sourceLocale ?? "", publishedVersionId: { not: null } };
  if (await ctx.db.articleText.findFirst({ where, select: { id: true } }))
    await markTranslationCurrent(ctx, { articleId, locale: read.locale });
}

/** A text that is taken over whole was last changed when its file says. The event keeps the day of the import. */
async function dateText(ctx: Ctx, { articleId, read }: PlannedText, day: string): Promise<void> {
  const at = noonOf(day);
  if (at > ctx.now) return;
  await ctx.db.articleText.updateMany({
    where: { articleId, locale: read.locale },
    data: { updatedAt: at, publishedAt: at },
  });
}

/** Days are counted in UTC; noon is the same day almost everywhere. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
