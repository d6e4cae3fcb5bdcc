import { listUploads } from "~/domain/files/list-uploads.server";
import type { FoundAnswer } from "~/domain/search/found-answer";
import type { Ctx, RequestArgs } from "~/http/ctx.server";
import { typedText } from "~/http/forms.server";
import type { Failure } from "~/http/route.server";
import { suggestAnswers } from "./suggest-answers.server";

/** The form comes back whole, nothing wrong with it, with answers to look at before it is sent. */
export type AnswersFirst = Failure & { answers: FoundAnswer[] };

/**
 * The step between for who saw no answers while typing: a form without the sign of it comes back once, when there are
 * answers that fit. Null: nothing stands between.
 */
export async function answersFirst(
  ctx: Ctx,
  args: RequestArgs,
  form: Record<string, unknown>,
  ticket: { subject: string; text: string; files: readonly string[] },
): Promise<AnswersFirst | null> {
  if (form.answersSeen) return null;
  const answers = await suggestAnswers(ctx, args, ticket);
  if (!answers.length) return null;
  const uploads = await listUploads(ctx, ticket.files);
  return { answers, uploads, values: typedText(args.request), failure: { code: "", message: "", fields: {} } };
}
