import type { Ctx } from "~/platform/ctx.server";
import type { TicketState } from "./states";
import { requireStaffActor } from "./policy";
import { visibleTickets } from "./visible.server";

export type TicketRef = { number: number; subject: string; state: TicketState };

const LOOKED_AT = 60;
const SHOWN = 8;

/** What the actor read last and still sees, the latest first. */
export async function listRecentTickets(ctx: Ctx): Promise<TicketRef[]> {
  const { personId } = requireStaffActor(ctx.actor);
  return ctx.db.$queryRaw<TicketRef[]>`
    select t.number, t.subject, t.state::text as state
    from (select ticket_id, read_at from ticket_read where person_id = ${personId}::uuid
          order by read_at desc limit ${LOOKED_AT}) r
    join ticket t on t.id = r.ticket_id
    where ${visibleTickets(ctx.actor)}
    order by r.read_at desc, t.id desc limit ${SHOWN}`;
}
