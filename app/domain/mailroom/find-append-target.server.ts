import type { Ctx } from "~/platform/ctx.server";

/** The ticket that a rule adds mail to; null for a number that does not exist or a ticket in the bin. */
export async function findAppendTarget(ctx: Ctx, number: string | null): Promise<string | null> {
  if (number === null) return null;
  const found = await ctx.db.ticket.findFirst({
    where: { number: Number(number), deletedAt: null },
    select: { id: true },
  });
  return found?.id ?? null;
}
