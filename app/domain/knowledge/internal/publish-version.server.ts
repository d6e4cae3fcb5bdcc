import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import "../events";
import type { LockedArticle, LockedText } from "./locked-article.server";
import { renderText } from "./render-text.server";
import { forgetScheduledSlug } from "./schedule-version.server";
import { claimSlug, makeSlugCurrent } from "./slugs.server";
import { isSameText, storable } from "./storable-text";
import type { Version } from "./take-version.server";
import { touchArticle } from "./touch-article.server";

/** What fits beside an id in an index's entry, with room to spare. */
const MAX_URL_BYTES = 2_000;

/**
 * Shows a version to readers: address, dates, links to be checked; translations of a source that moved on become stale.
 * Whoever calls has locked the article and asked whether it may be. A newer version that is in review stays there.
 */
export async function publishVersion(
  ctx: Ctx,
  article: LockedArticle,
  text: LockedText,
  version: Version,
): Promise<void> {
  await claimSlug(ctx, text, version.slug);
  await makeSlugCurrent(ctx, text, version.slug);
  if (text.scheduledVersionId !== version.id) await forgetScheduledSlug(ctx, text);
  const done = isDraftOf(text, version);
  await ctx.db.$executeRaw`
    update article_text set published_version_id = ${version.id}::uuid, updated_at = ${ctx.now},
      published_at = coalesce(published_at, ${ctx.now}), publish_at = ${NEVER}, scheduled_version_id = null,
      work = case when work = 'in_review' then work else ${done ? "none" : "draft"}::article_work end
    where id = ${text.id}::uuid`;
  if (done)
    await ctx.db.articleDraft.updateMany({ where: { textId: text.id }, data: { authorIds: [], slug: version.slug } });
  if (text.locale === article.sourceLocale) await markTranslationsStale(ctx, article, version.number);
  await writeLinks(ctx, article, text, version);
  await recordEvent(
    ctx,
    "article.published",
    {},
    { articleId: article.id, locale: text.locale, version: version.number },
  );
  await touchArticle(ctx, article.id);
  markChanged(ctx, "article", article.id);
}

/** Whether nothing was written since the version was taken. */
const isDraftOf = ({ draft }: LockedText, version: Version): boolean =>
  isSameText({ ...draft, slug: draft.slug || version.slug }, version);

/** Since the first version they do not follow; one that says what this version says is not stale. */
const markTranslationsStale = (ctx: Ctx, article: LockedArticle, number: number) =>
  ctx.db.articleText.updateMany({
    where: {
      articleId: article.id,
      locale: { not: article.sourceLocale },
      staleSince: null,
      OR: [{ sourceVersion: null }, { sourceVersion: { lt: number } }],
    },
    data: { staleSince: ctx.now },
  });

/** What the text points at, pictures and files included; what was known of a link stays known. */
async function writeLinks(ctx: Ctx, article: LockedArticle, text: LockedText, { markdown }: Version): Promise<void> {
  const { links, imageIds } = await renderText(ctx, article.id, text.locale, markdown);
  const urls = [...links, ...imageIds.map((id) => `image:${id}`)]
    .map(storable)
    .filter((url) => Buffer.byteLength(url) <= MAX_URL_BYTES);
  await ctx.db.articleLink.deleteMany({ where: { textId: text.id, url: { notIn: urls } } });
  await ctx.db.articleLink.createMany({ data: urls.map((url) => ({ textId: text.id, url })), skipDuplicates: true });
}
