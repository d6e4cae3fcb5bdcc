import type { Ctx } from "./ctx.server";

export const LIVE_CHANNEL = "sportello_live";

/** Marks a screen's subject (`ticket:<id>`, `queue:<id>`, `person:<id>`) as changed by the running transaction. */
export function touch(ctx: Ctx, ...topics: string[]): void {
  for (const topic of topics) ctx.pending?.topics.add(topic);
}

/** Called by `inTransaction` alone: one NOTIFY with the topics, delivered when the transaction commits. */
export async function publishTopics(ctx: Ctx): Promise<void> {
  const topics = [...(ctx.pending?.topics ?? [])];
  // NOTIFY refuses 8,000 bytes and more; 150 topics stay below.
  for (let i = 0; i < topics.length; i += 150)
    await ctx.db.$executeRaw`select pg_notify(${LIVE_CHANNEL}, ${topics.slice(i, i + 150).join(" ")})`;
}
