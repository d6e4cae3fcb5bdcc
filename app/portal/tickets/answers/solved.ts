import { redirect } from "@remix-run/node";
import { solveByAnswer } from "~/domain/knowledge/solve-by-answer.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { takeReader } from "~/http/reader.server";
import { publicAction } from "~/http/route.server";
import { chosenAnswer } from "./chosen-answer";

/** "This solved it": the answer spared a ticket. */
export const action = publicAction(async (ctx, args) => {
  const { answer, query } = await readInput(ctx, args.request, chosenAnswer);
  const { articleId, locale } = answer;
  await solveByAnswer(ctx, { articleId, locale, query, reader: await takeReader(ctx, args) });
  return redirect(paths.newTicketSolved(), 303);
});
