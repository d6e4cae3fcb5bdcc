import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { readEvent } from "./internal/read-event.server";

/** Writes a bounce into the time line of the ticket whose mail bounced, once per mail and reason. */
export async function showBounce(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "mail.bounced" || !event.data.threadId) return;
  const { outboundId, hard, reason, threadId: ticketId } = event.data;
  const data = { outboundId, hard, reason };
  if (!(await ctx.db.ticket.count({ where: { id: ticketId } }))) return;
  if (await ctx.db.event.count({ where: { ticketId, type: "ticket.bounced", data: { equals: data } } })) return;
  await inTransaction(ctx, (ctx) => recordEvent(ctx, "ticket.bounced", { ticketId }, data));
}
