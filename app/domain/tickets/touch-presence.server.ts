import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";

/** A tab on the ticket says that it is open and whether its agent types; colleagues are told when that is news. */
export async function touchPresence(
  ctx: Ctx,
  number: number,
  { tab, typing }: { tab: string; typing: boolean },
): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  const known = await ctx.db.presence.updateMany({
    where: { ticketId: ticket.id, personId, tab, typing },
    data: { seenAt: ctx.now },
  });
  if (known.count) return;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`
      insert into presence (ticket_id, person_id, tab, typing, seen_at)
      values (${ticket.id}::uuid, ${personId}::uuid, ${tab.slice(0, 64)}, ${typing}, ${ctx.now})
      on conflict (ticket_id, person_id, tab) do update set typing = excluded.typing, seen_at = excluded.seen_at`;
    touch(ctx, `presence:${ticket.id}`);
  });
}
