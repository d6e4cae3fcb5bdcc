import type { Ctx } from "~/platform/ctx.server";
import { renderMarkdown, type RenderedText } from "../render-markdown.server";

/** Draws a text of an article with what is known of the article's pictures. */
export async function renderText(ctx: Ctx, articleId: string, locale: string, markdown: string): Promise<RenderedText> {
  const images = await ctx.db.articleImage.findMany({
    where: { articleId },
    select: { id: true, name: true, type: true, width: true, height: true },
  });
  return renderMarkdown(markdown, { locale, files: new Map(images.map((image) => [image.id, image])) });
}
