import type { Ctx } from "~/platform/ctx.server";
import { handOverTickets } from "./hand-over-tickets.server";

/** Hands on the open work of everybody whose absence has begun: to the stand-in, else back to the queues. Once each. */
export async function handOverAbsent(ctx: Ctx): Promise<{ handed: number }> {
  const absences = await ctx.db.$queryRaw<{ id: string; personId: string; standInId: string | null }[]>`
    select ab.id, ab.person_id as "personId", s.id as "standInId"
    from absence ab
    left join person s on s.id = ab.stand_in_id and s.deactivated_at is null and s.role <> 'customer'
      and not exists (select 1 from absence other where other.person_id = s.id
        and other."from" <= ${ctx.now}::timestamptz and other."to" > ${ctx.now}::timestamptz)
    where ab."from" <= ${ctx.now}::timestamptz and ab."to" > ${ctx.now}::timestamptz and ab.handed_at is null
    order by ab."from" limit 100`;
  let handed = 0;
  for (const { id, personId, standInId } of absences) {
    handed += (await handOverTickets(ctx, personId, { toPersonId: standInId })).handed;
    await ctx.db.absence.updateMany({ where: { id }, data: { handedAt: ctx.now } });
  }
  return { handed };
}
