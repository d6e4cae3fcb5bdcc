import type { Ctx } from "~/platform/ctx.server";

/** One merge, or one un-merge, at a time: two disjoint ones could else close a circle that neither sees. */
export async function queueForMerging(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('tickets.merge', 0))`;
}

/** Where a ticket's pointers lead: the ticket itself, its target, that one's target, and so on. Empty for no ticket. */
export async function readMergeChain(ctx: Ctx, number: number): Promise<{ id: string; number: number }[]> {
  return ctx.db.$queryRaw<{ id: string; number: number }[]>`
    with recursive chain as (
      select t.id, 0 as step from ticket t where t.number = ${number}::int
      union all select m.into_id, c.step + 1 from merge m join chain c on m.from_id = c.id
    )
    select t.id, t.number from chain c join ticket t on t.id = c.id order by c.step`;
}

/** Locks tickets in the one order that keeps commands from deadlock, by id. */
export async function lockInOrder(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db.$executeRaw`
    select 1 from (select t.id from ticket t where t.id = any(${[...ids]}::uuid[])
      order by t.id for no key update of t) locked`;
}
