import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/** Signals every screen that shows the ticket: its page, its queue's lists, the requester's and the assignee's. */
export function touchTicket(
  ctx: Ctx,
  ticket: { id: string; queueId: string; requesterId: string; assigneeId: string | null },
): void {
  touch(ctx, `ticket:${ticket.id}`, `queue:${ticket.queueId}`, `person:${ticket.requesterId}`);
  if (ticket.assigneeId) touch(ctx, `person:${ticket.assigneeId}`);
}
