import { z } from "zod";
import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export const settleCommentForm = z.object({
  articleId: z.uuid(),
  reader: z.string().min(1).max(200),
  again: z.literal("yes").optional(),
});
export type SettleCommentForm = z.output<typeof settleCommentForm>;

/** An editor has read a reader's words and is done with them, or wants them on the list again. */
export async function settleComment(ctx: Ctx, { articleId, reader, again }: SettleCommentForm): Promise<void> {
  const { actor } = ctx;
  const edits = actor.kind === "person" && (actor.role === "editor" || actor.role === "administrator");
  if (!edits && actor.kind !== "system") throw forbidden();
  const settled = await ctx.db.$executeRaw`
    update article_vote set done_at = ${again ? null : ctx.now}::timestamptz
    where article_id = ${articleId}::uuid and reader = ${reader}`;
  if (!settled) throw notFound();
}
