import type { Ctx } from "~/platform/ctx.server";

export type KeptMessage = { id: string; ticketId: string };

/** Remembers that a message landed elsewhere than its number says, because that ticket is merged. */
export async function rememberDetour(ctx: Ctx, messageId: string, fromId: string, landedIn: string): Promise<void> {
  if (fromId !== landedIn) await ctx.db.detour.createMany({ data: [{ messageId, fromId }] });
}

/**
 * Forgets the detours of a ticket that comes free, and of the tickets merged into it, and answers the messages among
 * them that stay behind: those that landed further along the chain.
 */
export async function endDetours(ctx: Ctx, sourceId: string): Promise<KeptMessage[]> {
  return ctx.db.$queryRaw<KeptMessage[]>`
    with recursive freed as (
      select ${sourceId}::uuid as id
      union select m.from_id from merge m join freed f on m.into_id = f.id
    ), ended as (
      delete from detour d using message m
      where d.from_id in (select id from freed) and m.id = d.message_id
        and m.ticket_id not in (select id from freed)
      returning m.id, m.ticket_id, m.sent_at
    )
    select id, ticket_id as "ticketId" from ended order by sent_at, id`;
}
