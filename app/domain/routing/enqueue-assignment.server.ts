import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { Prisma } from "~/platform/db.server";

const PRIORITY = 5;

/** Where a run of a queue's assignment goes on: behind the ticket with this key. */
export type AssignmentCursor = { priority: string; dueAt: string; id: string };

/**
 * The call that sets a queue's assignment going, as an expression over the column `queue_id`: one pending job per queue,
 * due now. It waits for whoever else has just done so until that one commits, hence it stands last in a transaction.
 */
export const ADD_ASSIGN_JOB = Prisma.sql`graphile_worker.add_job('tickets.assign',
  json_build_object('queueId', queue_id), null::text, null::timestamptz, 25, 'assign:' || queue_id, ${Prisma.raw(String(PRIORITY))}, null::text[], 'replace')`;

/** Lets the run of a long queue go on where it stopped, beside what a new ticket sets going. */
export const enqueueRest = (ctx: Ctx, queueId: string, after: AssignmentCursor): Promise<void> =>
  enqueue(ctx, "tickets.assign", { queueId, after }, { key: `assign.rest:${queueId}`, priority: PRIORITY });

/** Looks at the queue again when somebody comes on duty. */
export const enqueueAtOpening = (ctx: Ctx, queueId: string, runAt: Date): Promise<void> =>
  enqueue(ctx, "tickets.assign", { queueId }, { key: `assign.opening:${queueId}`, priority: PRIORITY, runAt });
