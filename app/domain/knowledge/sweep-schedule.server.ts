import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";

const AT_ONCE = 500;

/** Finds what should have been published or taken back by now and was not, and has each text settled by its own job. */
export async function sweepSchedule(ctx: Ctx): Promise<number> {
  const due = await ctx.db.$queryRaw<{ id: string }[]>`
    (select id::text from article_text where publish_at <= ${ctx.now} limit ${AT_ONCE}::int)
    union (select id::text from article_text where unpublish_at <= ${ctx.now} limit ${AT_ONCE}::int)`;
  for (const { id } of due)
    await enqueue(ctx, "knowledge.settle-schedule", { textId: id }, { key: `knowledge.settle:${id}`, keep: true });
  return due.length;
}
