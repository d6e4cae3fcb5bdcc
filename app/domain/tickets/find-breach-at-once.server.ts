import type { SlaKind } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { uuidFloor } from "./internal/uuid-floor.server";
import { requireStaffActor } from "./policy";
import { visibleTickets } from "./visible.server";

/** The target that a change made at `ctx.now` moved into the past, the ticket being overdue at once; null without one. */
export async function findBreachAtOnce(ctx: Ctx, number: number): Promise<SlaKind | null> {
  const actor = requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<{ kind: SlaKind }[]>`
    select e.data ->> 'kind' as kind
    from ticket t join event e on e.ticket_id = t.id
    where t.number = ${number}::int and ${visibleTickets(actor)}
      and e.id >= ${uuidFloor(Prisma.sql`${ctx.now}::timestamptz`)} and e.at = ${ctx.now}
      and e.type = 'sla.breached' and e.data ->> 'atOnce' = 'true'
    order by e.id limit 1`;
  return row?.kind ?? null;
}
