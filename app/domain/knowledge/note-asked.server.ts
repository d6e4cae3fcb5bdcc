import type { Ctx } from "~/platform/ctx.server";

const DAY_MS = 86_400_000;

/** The reader asked after all: none of the answers opened within the last 24 hours spared this ticket. */
export async function noteAsked(ctx: Ctx, reader: string): Promise<void> {
  await ctx.db.deflection.updateMany({
    where: { reader, openedAt: { gt: new Date(ctx.now.getTime() - DAY_MS) }, ticketAt: null, settledAt: null },
    data: { ticketAt: ctx.now },
  });
}
