import { z } from "zod";
import { listAnswerTexts } from "~/domain/knowledge/list-answer-texts.server";
import { appendToDraft } from "~/domain/tickets/append-to-draft.server";
import { getLastQuestion } from "~/domain/tickets/get-last-question.server";
import type { Ctx } from "~/http/ctx.server";
import { conflict } from "~/lib/errors";
import { LOCALES } from "~/i18n/config";
import { asInsertable } from "./insertable.server";

/** Which answer goes into the draft, and how. */
export const insertForm = z.object({
  articleId: z.uuid("common:error.invalid"),
  locale: z.enum(LOCALES),
  as: z.enum(["link", "text"]),
  kind: z.enum(["public", "note"]).default("public"),
});

/** Puts an answer into the agent's draft. Conflict when a reply would link what its customer cannot open. */
export async function insertAnswer(ctx: Ctx, number: number, input: z.output<typeof insertForm>): Promise<void> {
  const { articleId, locale, as, kind } = input;
  const { requesterId } = await getLastQuestion(ctx, number);
  const [published] = await listAnswerTexts(ctx, { texts: [{ articleId, locale }], customerId: requesterId });
  if (!published) throw conflict("answers:error.gone");
  const answer = asInsertable(published);
  if (as === "link" && kind === "public" && answer.closed) throw conflict("answers:error.closed");
  await appendToDraft(ctx, number, { kind, text: answer[as] });
}
