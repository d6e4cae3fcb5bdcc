import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type Cursor, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { prepared } from "~/platform/prepared.server";
import { customersTickets } from "./internal/customers-tickets.server";
import { DONE, OPEN } from "./internal/open-states.server";
import { answerDue, promisedAnswer } from "./internal/promised-answer.server";
import { requirePersonActor } from "./policy";
import { portalState, type TicketState } from "./states";
import type { PortalListQuery, PortalRow } from "./portal-views";
import type { Page } from "./views";

type Row = {
  key: Date;
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  status_name: string | null;
  requester_id: string;
  requester_name: string;
  assignee_name: string | null;
  queue_name: string;
  public_at: Date;
  answer_due: Date | null;
  unread: boolean;
};

/** A page of a customer's tickets, last news first, in one statement. "Mine" is what one asked or takes part in. */
export async function listPortalTickets(ctx: Ctx, query: PortalListQuery): Promise<Page<PortalRow>> {
  const actor = requirePersonActor(ctx.actor);
  const page = await readPage(query.after, (cursor) => ctx.db.$queryRaw<Row[]>(statement(ctx, actor, query, cursor)));
  return { ...page, rows: page.rows.map((row) => toPortalRow(ctx, row, actor.personId)) };
}

function statement(ctx: Ctx, actor: PersonActor, query: PortalListQuery, cursor: Cursor | null): Prisma.Sql {
  const { where, order } = walk(cursor, true, Prisma.sql`t.public_at`, Prisma.sql`t.id`);
  const tail = Prisma.sql`order by ${order(Prisma.sql`t.public_at`, Prisma.sql`t.id`)} ${PAGE_LIMIT}`;
  const condition = query.filter === "open" ? OPEN : DONE;
  const firsts = customersTickets(actor, query.scope, condition, where, tail);
  const sorted = (name: Prisma.Sql) => order(Prisma.sql`${name}.key`, Prisma.sql`${name}.id`);
  return prepared(Prisma.sql`
    with page as (
      select u.id, u.key from (${firsts}) u order by ${sorted(Prisma.sql`u`)} ${PAGE_LIMIT})
    select page.key, t.id, t.number, t.subject, t.state::text as state,
      coalesce(s.name ->> ${ctx.locale}, s.name ->> 'en') as status_name, t.requester_id, r.name as requester_name,
      a.name as assignee_name, q.name as queue_name, t.public_at,
      ${answerDue(Prisma.sql`t.id`)} as answer_due,
      coalesce(t.last_agent_at > coalesce(rd.read_at, '-infinity'), false) as unread
    from page
    join ticket t on t.id = page.id
    join ticket_status s on s.id = t.status_id
    join queue q on q.id = t.queue_id
    join person r on r.id = t.requester_id
    left join person a on a.id = t.assignee_id
    left join ticket_read rd on rd.ticket_id = t.id and rd.person_id = ${actor.personId}::uuid
    order by ${sorted(Prisma.sql`page`)}`);
}

function toPortalRow(ctx: Ctx, row: Row, me: string): PortalRow {
  return {
    number: row.number,
    subject: row.subject,
    state: portalState(row.state),
    statusName: row.status_name,
    requester: { id: row.requester_id, name: row.requester_name },
    own: row.requester_id === me,
    assigneeName: row.assignee_name,
    queueName: row.queue_name,
    publicAt: row.public_at,
    answer: promisedAnswer(ctx, row.answer_due),
    unread: row.unread,
  };
}
