import { voteArticle } from "~/domain/knowledge/vote-article.server";
import { voteForm } from "~/domain/knowledge/vote-schema";
import { redirect } from "@remix-run/node";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths, safeReturnPath } from "~/http/paths";
import { takeReader } from "~/http/reader.server";
import { referringPath } from "~/http/referring-path";
import { publicAction } from "~/http/route.server";

/** A reader's yes or no, and why; back to the article. The first vote of a stranger sets a cookie, so that it can be changed. */
export const action = publicAction(async (ctx, args) => {
  const vote = await readInput(ctx, args.request, voteForm);
  await voteArticle(ctx, idParam(args.params, "articleId"), await takeReader(ctx, args), vote);
  const to = safeReturnPath(referringPath(args.request), paths.help(vote.locale));
  return redirect(`${to}#vote`, 303);
});
