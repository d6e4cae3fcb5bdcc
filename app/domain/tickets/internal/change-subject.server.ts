import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";

/** Keeps the words a subject is about to lose; the event names this row instead of them. */
export async function changeSubject(ctx: Ctx, ticket: { id: string; subject: string }): Promise<string> {
  const id = newId(ctx.now.getTime());
  await ctx.db.subjectVersion.createMany({
    data: [{ id, ticketId: ticket.id, subject: ticket.subject, until: ctx.now }],
  });
  return id;
}
