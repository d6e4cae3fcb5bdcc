import { explainCycle } from "~/domain/sla/view-clock";
import type { ClockExplanation } from "~/domain/sla/views";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { readClocks } from "./internal/read-clocks.server";

/** How the due time of one of a ticket's cycles came about, or 404 when the actor does not see the ticket or it has no such cycle. */
export async function explainClock(ctx: Ctx, number: number, targetId: string): Promise<ClockExplanation> {
  const { stretches, targets, versionOf } = await readClocks(ctx, number);
  const target = targets.find(({ id }) => id === targetId);
  if (!target) throw notFound();
  return explainCycle(target, versionOf(target), stretches, ctx.now);
}
