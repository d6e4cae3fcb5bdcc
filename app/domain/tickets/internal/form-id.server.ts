import type { Ctx } from "~/platform/ctx.server";

/** Two clicks on one form wait for each other here, so that the second finds what the first wrote. */
export async function lockFormId(ctx: Ctx, formId: string): Promise<void> {
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${formId}::text, 7))`;
}
