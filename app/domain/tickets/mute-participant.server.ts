import type { Ctx } from "~/platform/ctx.server";

/** Unsubscribing from a ticket: the person still may read and write, but gets no mail of it. For signed links. */
export async function muteParticipant(
  ctx: Ctx,
  { ticketId, personId }: { ticketId: string; personId: string },
): Promise<void> {
  await ctx.db.ticketParticipant.updateMany({
    where: { ticketId, personId, mutedAt: null },
    data: { mutedAt: ctx.now },
  });
}
