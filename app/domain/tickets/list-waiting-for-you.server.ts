import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { customersTickets } from "./internal/customers-tickets.server";
import { WAITING_FOR_CUSTOMER } from "./internal/open-states.server";
import { requirePersonActor } from "./policy";
import type { WaitingItem } from "./portal-views";

const MOST = Prisma.raw("limit 10");

/** The ten latest things that wait for this customer: their own tickets and those they take part in. */
export async function listWaitingForYou(ctx: Ctx): Promise<WaitingItem[]> {
  const actor = requirePersonActor(ctx.actor);
  const condition = Prisma.sql`${WAITING_FOR_CUSTOMER} and t.state not in ('solved', 'closed')`;
  const tail = Prisma.sql`order by t.public_at desc, t.id desc ${MOST}`;
  const rows = await ctx.db.$queryRaw<Omit<WaitingItem, "kind">[]>(
    prepared(Prisma.sql`
    with page as (
      select u.id, u.key from (${customersTickets(actor, "mine", condition, Prisma.sql`true`, tail)}) u
      order by u.key desc, u.id desc ${MOST})
    select t.number, t.subject, q.name as "queueName", t.public_at as at
    from page join ticket t on t.id = page.id join queue q on q.id = t.queue_id
    order by page.key desc, page.id desc`),
  );
  return rows.map((row) => ({ kind: "ticket", ...row }));
}
