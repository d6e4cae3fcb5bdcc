import { forbidden } from "~/lib/errors";
import { NEVER } from "~/lib/never";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type Cursor, PAGE_SIZE, readPage, walk } from "~/platform/keyset.server";
import { type ApiTicketRow, isStaffActor, readApiTickets, toApiTicket, updatedAt } from "./internal/api-tickets.server";
import { customersTickets } from "./internal/customers-tickets.server";
import { requirePersonActor } from "./policy";
import { isOpen } from "./states";
import type { ApiTicket, ApiTicketQuery } from "./api-views";
import type { Page } from "./views";
import { visibleTickets } from "./visible.server";

/**
 * Tickets by last change, newest first, filtered by state, queue and `updatedSince` (inclusive). For staff those of
 * their queues and the open ones assigned to them; for customers their own and those shared with them. Sort "due" and
 * `dueBefore` (exclusive) give open tickets with a due time; they are refused to customers.
 */
export async function listTicketsForApi(ctx: Ctx, query: ApiTicketQuery): Promise<Page<ApiTicket>> {
  const actor = requirePersonActor(ctx.actor);
  if ((query.dueBefore || query.sort === "due") && !isStaffActor(ctx)) throw forbidden();
  const size = Math.min(Math.max(query.limit ?? PAGE_SIZE, 1), 100);
  const page = await readPage(query.cursor, (cursor) => fetchRows(ctx, actor, query, cursor, size + 1), size);
  return { ...page, rows: page.rows.map(toApiTicket) };
}

async function fetchRows(ctx: Ctx, actor: PersonActor, query: ApiTicketQuery, cursor: Cursor | null, limit: number) {
  const byDue = query.sort === "due";
  const key = byDue ? Prisma.sql`t.next_due_at` : updatedAt(ctx);
  const step = walk(cursor, !byDue, key, Prisma.sql`t.id`);
  const rest = Prisma.sql`${step.where} and ${updatedAt(ctx)} >= ${query.updatedSince ?? new Date(0)} and ${dueIs(query)}`;
  const tail = Prisma.sql`order by ${step.order(key, Prisma.sql`t.id`)} limit ${limit}::int`;
  const ids =
    actor.role === "customer"
      ? customersTickets(actor, "all", Prisma.sql`${stateIs(query)} and ${queueIs(query)}`, rest, tail)
      : staffTickets(actor, query, key, rest, tail);
  const firsts = Prisma.sql`select u.id, u.key from (${ids}) u
    order by ${step.order(Prisma.sql`u.key`, Prisma.sql`u.id`)} limit ${limit}::int`;
  return inOrder(await readApiTickets(ctx, firsts), byDue === Boolean(cursor?.back));
}

/** Said as in the partial indexes of open tickets by due time. */
const dueIs = ({ sort, dueBefore }: ApiTicketQuery): Prisma.Sql =>
  sort === "due" || dueBefore
    ? Prisma.sql`t.state not in ('solved', 'closed') and t.next_due_at < ${dueBefore ?? NEVER}`
    : Prisma.sql`true`;

/** An open state is said twice, so that the partial indexes of open tickets serve it. */
function stateIs({ state }: ApiTicketQuery): Prisma.Sql {
  if (!state) return Prisma.sql`t.deleted_at is null`;
  const open = isOpen(state) ? Prisma.sql`and t.state not in ('solved', 'closed')` : Prisma.empty;
  return Prisma.sql`t.deleted_at is null and t.state = ${state}::ticket_state ${open}`;
}

const queueIs = ({ queueId }: ApiTicketQuery): Prisma.Sql =>
  queueId ? Prisma.sql`t.queue_id = ${queueId}::uuid` : Prisma.sql`true`;

function staffTickets(actor: PersonActor, query: ApiTicketQuery, key: Prisma.Sql, rest: Prisma.Sql, tail: Prisma.Sql) {
  const queueIds = query.queueId ? actor.queueIds.filter((id) => id === query.queueId) : actor.queueIds;
  const first = (whose: Prisma.Sql) => Prisma.sql`
    (select t.id, ${key} as key from ticket t
    where ${whose} and ${stateIs(query)} and ${visibleTickets(actor)} and ${rest} ${tail})`;
  const assigned = Prisma.sql`t.assignee_id = ${actor.personId}::uuid and t.state not in ('solved', 'closed')
    and ${queueIs(query)}`;
  return Prisma.sql`
    (select first.id, first.key from unnest(${queueIds}::uuid[]) as queues(id)
     cross join lateral ${first(Prisma.sql`t.queue_id = queues.id`)} first)
    union ${first(assigned)}`;
}

function inOrder(rows: ApiTicketRow[], descending: boolean): ApiTicketRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * (a.key.getTime() - b.key.getTime() || (a.id < b.id ? -1 : 1)));
}
