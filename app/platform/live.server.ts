import { Prisma } from "~/generated/prisma/client";
import type { Ctx } from "./ctx.server";

export const LIVE_CHANNEL = "sportello_live";

/**
 * Marks a screen's subject as changed by the running transaction: `ticket:<id>`, who looks at it (`presence:<id>`),
 * `queue:<id>`, `person:<id>`.
 */
export function touch(ctx: Ctx, ...topics: string[]): void {
  for (const topic of topics) ctx.pending?.topics.add(topic);
}

/** The calls that tell the topics to whoever listens, delivered when the transaction commits. */
export function callsForTopics({ topics }: { topics: ReadonlySet<string> }): Prisma.Sql[] {
  const all = [...topics];
  const calls = [];
  // NOTIFY refuses 8,000 bytes and more; 150 topics stay below.
  for (let i = 0; i < all.length; i += 150)
    calls.push(Prisma.sql`pg_notify(${LIVE_CHANNEL}, ${all.slice(i, i + 150).join(" ")})`);
  return calls;
}
