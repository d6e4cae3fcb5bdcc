import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { wakeQueues } from "./wake-queues.server";

/** Wakes the queues of the person or the team that an event of people's administration is about; events repeat harmlessly. */
export async function wakeAfterEvent(ctx: Ctx, eventId: string): Promise<void> {
  const event = await ctx.db.event.findUnique({ where: { id: eventId }, select: { personId: true, data: true } });
  if (!event) return;
  const { teamId, removed = [] } = event.data as { teamId?: string; removed?: string[] };
  const left = teamId ? removed : [];
  const members = teamId ? await ctx.db.teamMember.findMany({ where: { teamId }, select: { personId: true } }) : [];
  const personIds = [event.personId, ...left, ...members.map(({ personId }) => personId)].filter((id) => id !== null);
  await inTransaction(ctx, (ctx) => wakeQueues(ctx, { personIds }));
}
