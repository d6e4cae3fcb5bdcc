import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { DUE_SOON, OPEN, UNASSIGNED, WAITING_FOR_CUSTOMER } from "./internal/open-states.server";
import { requireStaffActor } from "./policy";
import type { DeskCounts } from "./views";

const CAP = 100;
/** A count that reached the cap means "that many or more". */
const STOP = Prisma.raw(`limit ${CAP}`);

type Row = { id: string | null; name: string; count: number };

/** The numbers beside the desk's views and queues, in one statement that reads at most a hundred index rows for each. */
export async function countViews(ctx: Ctx): Promise<DeskCounts> {
  const { personId, queueIds } = requireStaffActor(ctx.actor);
  const inQueues = (condition: Prisma.Sql) => Prisma.sql`
    select count(*)::int from (
      select 1 from queues cross join lateral (
        select 1 from ticket t where t.queue_id = queues.id and ${condition} ${STOP}) found ${STOP}) counted`;
  const rows = await ctx.db.$queryRaw<Row[]>(
    prepared(Prisma.sql`
    with queues as (select * from unnest(${queueIds}::uuid[]) with ordinality as listed(id, position))
    select queues.id, q.name, queues.position,
      (select count(*)::int from (select 1 from ticket t where t.queue_id = queues.id and ${OPEN} ${STOP}) c) as count
    from queues join queue q on q.id = queues.id
    union all select null, 'mine', 0, (
      select count(*)::int from (select 1 from ticket t where t.assignee_id = ${personId}::uuid and ${OPEN} ${STOP}) c)
    union all select null, 'unassigned', 0, (${inQueues(UNASSIGNED)})
    union all select null, 'due_soon', 0, (${inQueues(DUE_SOON)})
    union all select null, 'waiting', 0, (${inQueues(WAITING_FOR_CUSTOMER)})
    order by position`),
  );
  const queues = rows.flatMap(({ id, name, count }) => (id ? [{ id, name, open: count }] : []));
  const view = (name: string) => rows.find((row) => !row.id && row.name === name)?.count ?? 0;
  return {
    cap: CAP,
    views: {
      mine: view("mine"),
      unassigned: view("unassigned"),
      due_soon: view("due_soon"),
      waiting: view("waiting"),
      open: Math.min(
        CAP,
        queues.reduce((sum, queue) => sum + queue.open, 0),
      ),
    },
    queues,
  };
}
