import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { renderText } from "./internal/render-text.server";
import { requireStaff } from "./policy";
import { renderMarkdown, type RenderedText } from "./render-markdown.server";

/** How words that somebody is typing would be shown in an article, for staff. */
export async function previewText(
  ctx: Ctx,
  { articleId, locale, markdown }: { articleId: string; locale: string; markdown: string },
): Promise<RenderedText> {
  requireStaff(ctx.actor);
  return isId(articleId) ? renderText(ctx, articleId, locale, markdown) : renderMarkdown(markdown, { locale });
}
