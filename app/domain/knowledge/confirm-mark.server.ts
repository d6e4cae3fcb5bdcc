import { conflict, notFound } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockText, type LockedText } from "./internal/locked-article.server";
import { replaceDraft, withActor } from "./internal/replace-draft.server";
import { storable } from "./internal/storable-text";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

type Mark = { position: number; replacement: string };

/**
 * Confirms that what was taken out of a ticket may stand as it does, and forgets what it was. With other words in
 * `replacement` they take its place in the draft. Answers the draft's revision. A mark confirmed before stays so.
 */
export async function confirmMark(
  ctx: Ctx,
  { markId, replacement }: { markId: string; replacement?: string },
): Promise<{ revision: number }> {
  const where = { id: markId };
  const select = { textId: true, text: { select: { articleId: true, locale: true } } } as const;
  const known = await ctx.db.articleMark.findUnique({ where, select });
  if (!known) throw notFound();
  const { articleId, locale } = known.text;
  return inTransaction(ctx, async (ctx) => {
    const { article, text } = await lockText(ctx, articleId, locale);
    authorize(ctx.actor, "article.publish", article);
    const mark = await ctx.db.articleMark.findFirst({
      where: { id: markId, confirmedAt: null },
      select: { position: true, replacement: true },
    });
    if (!mark) return { revision: text.draft.revision };
    const words = replacement === undefined ? mark.replacement : storable(replacement);
    if (words !== mark.replacement && text.work === "in_review") throw conflict("knowledge:error.inReview");
    const place = words === mark.replacement ? null : await placeOf(ctx, text, mark);
    await ctx.db.articleMark.updateMany({
      where,
      data: { replacement: words, found: "", confirmedAt: ctx.now, confirmedById: actorPersonId(ctx) },
    });
    await recordEvent(ctx, "article.mark_confirmed", {}, { articleId, locale: text.locale, markId });
    await touchArticle(ctx, articleId);
    if (place === null) return { revision: text.draft.revision };
    const { markdown } = text.draft;
    const changed = markdown.slice(0, place) + words + markdown.slice(place + mark.replacement.length);
    return { revision: await replaceDraft(ctx, text, { markdown: changed }, withActor(ctx, text)) };
  });
}

/** Marks with the same words stand in the text in their own order; null when these words are not there any more. */
async function placeOf(ctx: Ctx, text: LockedText, { position, replacement }: Mark): Promise<number | null> {
  if (!replacement) return null;
  const where = { textId: text.id, replacement, position: { lt: position } };
  const before = await ctx.db.articleMark.count({ where });
  const places = [...placesIn(text.draft.markdown, replacement)];
  return places[Math.min(before, places.length - 1)] ?? null;
}

function* placesIn(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) yield at;
}
