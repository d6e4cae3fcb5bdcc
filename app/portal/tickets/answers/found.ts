import { z } from "zod";
import { readInput } from "~/http/forms.server";
import { publicAction } from "~/http/route.server";
import { suggestAnswers } from "./suggest-answers.server";

const typed = z.object({ subject: z.string().default(""), text: z.string().default("") });

/** What may answer a ticket that is being typed. Asked by POST: what is typed belongs into no address and no log. */
export const action = publicAction(async (ctx, args) => {
  const answers = await suggestAnswers(ctx, args, await readInput(ctx, args.request, typed));
  return Response.json(answers, { headers: { "Cache-Control": "private, no-store" } });
});
