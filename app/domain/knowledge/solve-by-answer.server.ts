import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { type OpenedAnswer, openAnswer } from "./open-answer.server";

/** "This solved it": the answer spared a ticket, opened before or not. A second click changes nothing. */
export function solveByAnswer(ctx: Ctx, answer: OpenedAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const id = await openAnswer(ctx, answer);
    await ctx.db.deflection.updateMany({ where: { id, solvedAt: null }, data: { solvedAt: ctx.now } });
  });
}
