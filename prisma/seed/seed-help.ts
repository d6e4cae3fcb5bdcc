import { changeArticle } from "~/domain/knowledge/change-article.server";
import { decideReview } from "~/domain/knowledge/decide-review.server";
import { markTranslationCurrent } from "~/domain/knowledge/mark-translation-current.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { requestReview } from "~/domain/knowledge/request-review.server";
import { setRelatedArticles } from "~/domain/knowledge/set-related-articles.server";
import { importHelp } from "~/domain/knowledge/transfer/import-help.server";
import type { Ctx } from "~/platform/ctx.server";
import { findText, rewriteText } from "./help-texts";
import { edits, owners, related, reviewDates } from "./help-work";
import { ageTexts } from "./age-help";
import { idOf, type SeededCompany } from "./seed-company";
import { seedNews } from "./seed-news";
import { seedReaders } from "./seed-readers";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** When the help centre was begun, in days before now. */
const BEGUN = 210;

/** Northwind's help centre: what was written, who works on it, what readers did with it, and its news. */
export async function seedHelp(ctx: Ctx, company: SeededCompany): Promise<void> {
  const by = (key: string, hoursAgo: number): Ctx => ({
    ...ctx,
    actor: company.actors.get(key) ?? ctx.actor,
    now: new Date(ctx.now.getTime() - hoursAgo * HOUR_MS),
  });
  await importAll(by("nora", BEGUN * 24));
  await approveAll(by("ioana", BEGUN * 24 - 5));
  await ageTexts(ctx, BEGUN);
  await workOnTexts(ctx, company, by);
  await seedReaders(ctx, company);
  await seedNews(company, by);
}

/** Through the same import that editors have; what it cannot take is a mistake in the content. */
async function importAll(ctx: Ctx): Promise<void> {
  const { helpFiles } = await import("./help-files");
  const { items } = await importHelp(ctx, helpFiles, { dryRun: false });
  const wrong = items.filter(
    ({ status, notes, outcome }) => status === "error" || (notes.length && outcome !== "review"),
  );
  if (wrong.length) throw new Error(`the help centre is not right: ${JSON.stringify(wrong.slice(0, 5))}`);
}

/** What the topic of safety holds back until somebody else has read it. */
async function approveAll(ctx: Ctx): Promise<void> {
  const asked = await ctx.db.articleReview.findMany({
    where: { decidedAt: null },
    select: { text: { select: { articleId: true, locale: true } } },
  });
  for (const { text } of asked) await decideReview(ctx, { ...text, verdict: "approved", comment: "Read on site." });
}

async function workOnTexts(ctx: Ctx, company: SeededCompany, by: (key: string, at: number) => Ctx): Promise<void> {
  for (const { at, by: who, note, publish, ...edit } of edits) {
    const as = by(who, at);
    const articleId = await rewriteText(as, edit);
    if (!publish) continue;
    await publishText(as, { articleId, locale: edit.locale, note });
    if (edit.locale !== "en") await markTranslationCurrent(as, { articleId, locale: edit.locale });
  }
  for (const [owner, slugs] of Object.entries(owners))
    for (const slug of slugs)
      await changeArticle(by(owner, 700), await findText(ctx, "en", slug), { ownerId: idOf(company.people, owner) });
  for (const { slug, days } of reviewDates)
    await changeArticle(by("nora", 700), await findText(ctx, "en", slug), {
      reviewBy: new Date(ctx.now.getTime() + days * DAY_MS),
    });
  for (const [slug, others] of Object.entries(related)) {
    const ids: string[] = [];
    for (const other of others) ids.push(await findText(ctx, "en", other));
    await setRelatedArticles(by("nora", 600), await findText(ctx, "en", slug), ids, { chosen: true });
  }
  const pits = { articleId: await findText(ctx, "en", "work-in-pump-pits"), locale: "en" };
  await requestReview(by("nora", 20), { ...pits, note: "Limits checked against the fire brigade's leaflet" });
  const holidays = { articleId: await findText(ctx, "en", "deliveries-at-the-end-of-the-year"), locale: "en" };
  await publishText(by("ioana", 46), { ...holidays, at: new Date(ctx.now.getTime() + 9 * DAY_MS) });
}
