import type { Ctx } from "~/platform/ctx.server";

/**
 * Mail goes to the address again from now on; answers why it did not, or null when nothing stood in its way. Whoever
 * calls has authorized the act and records it.
 */
export async function liftSuppression(ctx: Ctx, address: string): Promise<string | null> {
  const [row] = await ctx.db.$queryRaw<{ reason: string; stood: boolean }[]>`
    delete from suppression where address = ${address} returning reason, until > ${ctx.now} as stood`;
  return row?.stood ? row.reason : null;
}
