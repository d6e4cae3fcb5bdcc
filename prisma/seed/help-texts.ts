import { saveDraft } from "~/domain/knowledge/save-draft.server";
import type { Ctx } from "~/platform/ctx.server";

/** The article whose text in that language has the address; a seed that names none is a mistake. */
export async function findText(ctx: Ctx, locale: string, slug: string): Promise<string> {
  const text = await ctx.db.articleText.findFirst({
    where: { locale, draft: { slug } },
    select: { articleId: true },
  });
  if (!text) throw new Error(`the seed names ${locale}/${slug}, which nobody wrote`);
  return text.articleId;
}

export type Edit = {
  locale: string;
  slug: string;
  /** Words of the text that are to be replaced; without them `becomes` is added at its end. */
  words?: string;
  becomes: string;
};

/** Changes the draft of a text and answers its article. */
export async function rewriteText(ctx: Ctx, { locale, slug, words, becomes }: Edit): Promise<string> {
  const articleId = await findText(ctx, locale, slug);
  const draft = await ctx.db.articleDraft.findFirstOrThrow({
    where: { text: { articleId, locale } },
    select: { revision: true, title: true, slug: true, summary: true, keywords: true, markdown: true },
  });
  if (words && !draft.markdown.includes(words)) throw new Error(`${locale}/${slug} does not say ${words}`);
  const markdown = words ? draft.markdown.replace(words, becomes) : `${draft.markdown.trimEnd()}\n\n${becomes}\n`;
  await saveDraft(ctx, { articleId, locale, ...draft, markdown });
  return articleId;
}
