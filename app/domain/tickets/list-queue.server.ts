import { isNever } from "~/lib/never";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type Cursor, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { DONE, DUE_SOON, OPEN, UNASSIGNED, WAITING_FOR_CUSTOMER } from "./internal/open-states.server";
import { requireStaffActor } from "./policy";
import type { TicketState } from "./states";
import { type DeskListQuery, type DeskRow, type DeskSort, type DeskView, FIXED_SORTS, type Page } from "./views";
import { visibleTickets } from "./visible.server";

type Row = {
  key: Date;
  id: string;
  number: number;
  subject: string;
  snippet: string;
  locale: string;
  state: TicketState;
  status_id: string;
  status_name: string | null;
  priority: DeskRow["priority"];
  queue_id: string;
  queue_name: string;
  requester_id: string;
  requester_name: string;
  organization: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  activity_at: Date;
  waiting_since: Date;
  unread: boolean;
  next_due_at: Date;
  due_kind: DeskRow["dueKind"];
  due_warn_at: Date;
  clock_paused: boolean;
  wait_reason: string | null;
};

/**
 * A page of the desk's list, in one statement: 25 rows of a view, of one queue or of all the agent's queues. The views of
 * FIXED_SORTS keep their order, whatever the query says.
 */
export async function listQueue(ctx: Ctx, query: DeskListQuery): Promise<Page<DeskRow>> {
  const actor = requireStaffActor(ctx.actor);
  const page = await readPage(query.after, (cursor) => ctx.db.$queryRaw<Row[]>(statement(ctx, actor, query, cursor)));
  return { ...page, rows: page.rows.map(toDeskRow) };
}

const CONDITIONS: Record<DeskView, Prisma.Sql> = {
  mine: OPEN,
  unassigned: UNASSIGNED,
  due_soon: DUE_SOON,
  waiting: WAITING_FOR_CUSTOMER,
  open: OPEN,
  solved: DONE,
};

const KEYS: Record<DeskSort, Prisma.Sql> = {
  activity: Prisma.sql`t.activity_at`,
  waiting: Prisma.sql`t.waiting_since`,
  due: Prisma.sql`t.next_due_at`,
};

function statement(ctx: Ctx, actor: PersonActor, query: DeskListQuery, cursor: Cursor | null): Prisma.Sql {
  const sort = FIXED_SORTS[query.view] ?? query.sort;
  const key = KEYS[sort];
  const { where, order } = walk(cursor, sort === "activity", key, Prisma.sql`t.id`);
  const one = (owner: Prisma.Sql) => Prisma.sql`
    select t.id, ${key} as key from ticket t
    where ${owner} and ${CONDITIONS[query.view]} and ${visibleTickets(actor)} and ${where}
    order by ${order(key, Prisma.sql`t.id`)} ${PAGE_LIMIT}`;
  const pageOrder = order(Prisma.sql`page.key`, Prisma.sql`page.id`);
  return prepared(Prisma.sql`
    with page as (${query.view === "mine" ? one(ownedBy(actor, query.queueId)) : perQueue(actor, query.queueId, one, order)})
    select page.key, t.id, t.number, t.subject, t.snippet, t.locale, t.state::text as state, t.status_id,
      coalesce(s.name ->> ${ctx.locale}, s.name ->> 'en') as status_name, t.priority::text as priority,
      t.queue_id, q.name as queue_name, t.requester_id, r.name as requester_name, o.name as organization,
      t.assignee_id, a.name as assignee_name, t.activity_at, t.waiting_since,
      t.next_due_at, t.due_kind::text as due_kind, t.due_warn_at, t.clock_paused, t.wait_reason,
      (coalesce(t.last_customer_at > coalesce(rd.read_at, '-infinity'), false) or exists (
        select 1 from notification n
        where n.person_id = ${actor.personId}::uuid and n.ticket_id = t.id and n.read_at is null
          and n.at > coalesce(rd.read_at, '-infinity'))) as unread
    from page
    join ticket t on t.id = page.id
    join ticket_status s on s.id = t.status_id
    join queue q on q.id = t.queue_id
    join person r on r.id = t.requester_id
    left join organization o on o.id = t.organization_id
    left join person a on a.id = t.assignee_id
    left join ticket_read rd on rd.ticket_id = t.id and rd.person_id = ${actor.personId}::uuid
    order by ${pageOrder}`);
}

const ownedBy = (actor: PersonActor, queueId: string | null) =>
  queueId
    ? Prisma.sql`t.assignee_id = ${actor.personId}::uuid and t.queue_id = ${queueId}::uuid`
    : Prisma.sql`t.assignee_id = ${actor.personId}::uuid`;

/** The first rows of each queue by that queue's index, then the first of those. */
function perQueue(
  actor: PersonActor,
  queueId: string | null,
  one: (owner: Prisma.Sql) => Prisma.Sql,
  order: (key: Prisma.Sql, id: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const queueIds = queueId ? actor.queueIds.filter((id) => id === queueId) : actor.queueIds;
  return Prisma.sql`
    select first.id, first.key
    from unnest(${queueIds}::uuid[]) as queues(id) cross join lateral (${one(Prisma.sql`t.queue_id = queues.id`)}) first
    order by ${order(Prisma.sql`first.key`, Prisma.sql`first.id`)} ${PAGE_LIMIT}`;
}

function toDeskRow(row: Row): DeskRow {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    snippet: row.snippet,
    locale: row.locale,
    state: row.state,
    status: { id: row.status_id, state: row.state, name: row.status_name },
    priority: row.priority,
    queue: { id: row.queue_id, name: row.queue_name },
    requester: { id: row.requester_id, name: row.requester_name },
    organization: row.organization,
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? "" } : null,
    activityAt: row.activity_at,
    waitingSince: isNever(row.waiting_since) ? null : row.waiting_since,
    unread: row.unread,
    dueAt: isNever(row.next_due_at) ? null : row.next_due_at,
    dueKind: row.due_kind,
    dueWarnAt: isNever(row.due_warn_at) ? null : row.due_warn_at,
    clockPaused: row.clock_paused,
    waitReason: row.assignee_id ? null : row.wait_reason,
  };
}
