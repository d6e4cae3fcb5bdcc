import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";

const MINUTE = 60_000;

/** Has the sweep run when the next alarm (epoch milliseconds) is due, if its turn of the minute would come too late. */
export async function wakeSweep(ctx: Ctx, nextAlarm: number): Promise<void> {
  if (nextAlarm >= ctx.now.getTime() + MINUTE) return;
  const key = `sweep-alarms:${Math.ceil(nextAlarm / 1_000)}`;
  await enqueue(ctx, "tickets.sweep-alarms", {}, { key, runAt: new Date(nextAlarm), priority: 5 });
}
