import { type AssignmentCursor, enqueueAtOpening, enqueueRest } from "~/domain/routing/enqueue-assignment.server";
import type { Ctx } from "~/platform/ctx.server";
import { assignBatch } from "./internal/assign-batch.server";

/** Batches of a hundred that one job does; a longer queue goes on in the next. */
const BATCHES = 20;

/**
 * Gives the waiting tickets of a queue, most urgent first, to whom its method chooses, as long as somebody has room;
 * those that find nobody say why and stay. Does nothing in a queue that is worked by pulling. Running it twice, or in two
 * processes at once, gives each ticket and each place once.
 */
export async function assignQueue(
  ctx: Ctx,
  queueId: string,
  from: AssignmentCursor | null = null,
): Promise<{ assigned: number }> {
  let assigned = 0;
  let after = from;
  let opensAt: Date | null = null;
  for (let i = 0; i < BATCHES; i++) {
    const batch = await assignBatch(ctx, queueId, after);
    assigned += batch.assigned;
    after = batch.after;
    opensAt = batch.opensAt ?? opensAt;
    if (!after) break;
  }
  if (after) await enqueueRest(ctx, queueId, after);
  if (opensAt) await enqueueAtOpening(ctx, queueId, opensAt);
  return { assigned };
}
