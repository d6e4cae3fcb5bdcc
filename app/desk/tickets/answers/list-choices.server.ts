import { listAnswerTexts } from "~/domain/knowledge/list-answer-texts.server";
import { findAnswers } from "~/domain/search/find-answers.server";
import type { FoundAnswer } from "~/domain/search/found-answer";
import { searchAnswers } from "~/domain/search/search-answers.server";
import { getLastQuestion } from "~/domain/tickets/get-last-question.server";
import type { Ctx } from "~/http/ctx.server";
import { DEFAULT_LOCALE, isLocale } from "~/i18n/config";
import { asInsertable, type Insertable } from "./insertable.server";

const FITTING = 5;
const SEARCHED = 12;

export type AnswerChoice = Insertable & Pick<FoundAnswer, "title" | "snippet" | "category">;

/** Answers for a ticket, in its language: those with the words typed, else those that fit what the customer last wrote. */
export async function listChoices(ctx: Ctx, number: number, q: string): Promise<AnswerChoice[]> {
  const { subject, text, requesterId, locale: asked } = await getLastQuestion(ctx, number);
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const found = q
    ? await searchAnswers(ctx, { text: q, locale, limit: SEARCHED })
    : await findAnswers(ctx, { subject, text, locale, limit: FITTING });
  if (!found.length) return [];
  const texts = await listAnswerTexts(ctx, { texts: found, customerId: requesterId });
  return found.flatMap(({ articleId, title, snippet, category }) => {
    const published = texts.find((each) => each.articleId === articleId);
    return published ? [{ ...asInsertable(published), title, snippet, category }] : [];
  });
}
