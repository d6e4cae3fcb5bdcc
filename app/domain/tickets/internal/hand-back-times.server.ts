import { deadline } from "~/domain/calendars/deadline";
import { readAgentHours } from "~/domain/routing/read-agent-hours.server";
import { isNever, NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import type { Settled } from "./settled";
import type { Written } from "./written";

/**
 * Sets when written tickets go back to the queue unless somebody touches them: the queue's idle minutes in the assignee's
 * own hours, anew with each assignment, return and act of the desk. A customer's message is no touch.
 */
export async function setHandBackTimes(
  ctx: Ctx,
  settled: readonly Settled[],
  before: ReadonlyMap<string, Written["before"]>,
): Promise<void> {
  const due = settled.filter((now) => now.assigneeId && now.counts && now.idleMinutes && restarts(ctx, before, now));
  const never = settled.filter(
    (now) => !isNever(now.handBackAt) && (!now.assigneeId || !now.counts || !now.idleMinutes),
  );
  if (!due.length && !never.length) return;
  const hoursOf = due.length
    ? await readAgentHours(
        ctx,
        due.map(({ assigneeId }) => assigneeId!),
      )
    : null;
  const times = [
    ...due.map(({ id, assigneeId, idleMinutes }) => ({
      id,
      at: (hoursOf && deadline(hoursOf(assigneeId!), ctx.now, idleMinutes! * 60)) ?? NEVER,
    })),
    ...never.map(({ id }) => ({ id, at: NEVER })),
  ];
  await ctx.db.$executeRaw`
    update ticket t set hand_back_at = d.at
    from unnest(${times.map(({ id }) => id)}::uuid[], ${times.map(({ at }) => at)}::timestamptz[]) d (id, at)
    where t.id = d.id`;
}

function restarts(ctx: Ctx, before: ReadonlyMap<string, Written["before"]>, now: Settled): boolean {
  if (isNever(now.handBackAt)) return true;
  const was = before.get(now.id);
  const changed = !was || was.assigneeId !== now.assigneeId || (was.state !== "new" && was.state !== "open");
  return changed || (ctx.actor.kind === "person" && ctx.actor.role !== "customer");
}
