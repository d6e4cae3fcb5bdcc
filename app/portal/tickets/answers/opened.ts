import { redirect } from "@remix-run/node";
import { openAnswer } from "~/domain/knowledge/open-answer.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { takeReader } from "~/http/reader.server";
import { publicAction } from "~/http/route.server";
import { chosenAnswer } from "./chosen-answer";

/** The way from a suggested answer to its page, noted: whether it spared a ticket shows a day later. */
export const action = publicAction(async (ctx, args) => {
  const { answer, query } = await readInput(ctx, args.request, chosenAnswer);
  const { articleId, locale, kind, slug } = answer;
  await openAnswer(ctx, { articleId, locale, query, reader: await takeReader(ctx, args) });
  return redirect(kind === "faq" ? paths.helpFaq(locale, slug) : paths.helpArticle(locale, slug), 303);
});
