import { createArticle } from "~/domain/knowledge/create-article.server";
import { createArticleForm } from "~/domain/knowledge/schema";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { readFaqSource } from "./read-faq-source.server";

/**
 * Makes a draft of an FAQ of a ticket's answer; both link to each other. What was taken out is marked, and the draft
 * cannot be published before an editor has confirmed each mark. `question` is the agent's own wording, if any.
 */
export function draftFaq(
  ctx: Ctx,
  number: number,
  { messageId, categoryId, question }: { messageId: string | null; categoryId: string; question?: string },
): Promise<{ articleId: string; locale: string }> {
  return inTransaction(ctx, async (ctx) => {
    const source = await readFaqSource(ctx, number, messageId);
    const title = question?.trim() || source.question;
    const marks = title === source.question ? [...source.titleMarks, ...source.marks] : source.marks;
    const { articleId } = await createArticle(
      ctx,
      createArticleForm.parse({
        kind: "faq",
        categoryId,
        locale: source.locale,
        title,
        markdown: source.markdown,
        ticketId: source.ticketId,
        marks,
      }),
    );
    await recordEvent(ctx, "ticket.faq_drafted", { ticketId: source.ticketId }, { articleId });
    return { articleId, locale: source.locale };
  });
}
