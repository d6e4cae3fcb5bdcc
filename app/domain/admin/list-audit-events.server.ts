import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type Cursor, type KeysetPage, PAGE_LIMIT, readPage } from "~/platform/keyset.server";

export type AuditQuery = {
  /** One event type; null takes every type that is not a ticket's. */
  type: string | null;
  /** Who acted, or to whom it happened. */
  personId: string | null;
  after: string | null;
};

export type AuditRow = {
  id: string;
  type: string;
  at: Date;
  actorKind: "person" | "system" | "rule" | "anonymous";
  actorId: string | null;
  actorName: string | null;
  personId: string | null;
  personName: string | null;
  ticketNumber: number | null;
  data: Record<string, unknown>;
};

/** `types` are all that ever happened, for the filter. */
export type AuditPage = KeysetPage<AuditRow> & { types: string[] };

/** What happens to every ticket, its clocks included; policies and rules are not a ticket's. */
const OF_TICKETS = /^(?:ticket|sla)\./;

/** Walks from type to type through the index instead of reading every event. */
const TYPES = Prisma.sql`
  with recursive walk as (
    (select type from event order by type limit 1)
    union all
    select (select e.type from event e where e.type > walk.type order by e.type limit 1) from walk where walk.type is not null)
  select type from walk where type is not null`;

/** A page of the audit log, newest first, for administrators. A person's log holds their acts on tickets too. */
export async function listAuditEvents(ctx: Ctx, query: AuditQuery): Promise<AuditPage> {
  if (ctx.actor.kind !== "system" && !(ctx.actor.kind === "person" && ctx.actor.role === "administrator"))
    throw forbidden();
  const types = (await ctx.db.$queryRaw<{ type: string }[]>(TYPES)).map((row) => row.type);
  const page = await readPage(query.after, (cursor) => fetchRows(ctx, query, types, cursor));
  return { ...page, rows: page.rows.map(({ key: _key, ...row }) => row), types };
}

function fetchRows(ctx: Ctx, query: AuditQuery, types: string[], cursor: Cursor | null) {
  const way = cursor?.back ? Prisma.sql`asc` : Prisma.sql`desc`;
  const than = cursor?.back ? Prisma.sql`>` : Prisma.sql`<`;
  const beyond = cursor ? Prisma.sql`and e.id ${than} ${cursor.id}::uuid` : Prisma.empty;
  const tail = Prisma.sql`${beyond} order by e.id ${way} ${PAGE_LIMIT}`;
  return ctx.db.$queryRaw<(AuditRow & { key: Date })[]>`
    with page as (select e.id from (${firsts(query, types, tail)}) e order by e.id ${way} ${PAGE_LIMIT})
    select e.at as key, e.id, e.type, e.at, e.actor_kind::text as "actorKind", e.actor_id as "actorId",
      a.name as "actorName", e.person_id as "personId", p.name as "personName", t.number as "ticketNumber", e.data
    from page join event e on e.id = page.id
    left join person a on a.id = e.actor_id
    left join person p on p.id = e.person_id
    left join ticket t on t.id = e.ticket_id
    order by e.id ${way}`;
}

/** First rows by the index that fits the filter. */
function firsts({ type, personId }: AuditQuery, types: string[], tail: Prisma.Sql): Prisma.Sql {
  if (personId) {
    const ofType = type ? Prisma.sql`and e.type = ${type}` : Prisma.empty;
    return Prisma.sql`
      (select e.id from event e where e.actor_id = ${personId}::uuid ${ofType} ${tail})
      union (select e.id from event e where e.person_id = ${personId}::uuid ${ofType} ${tail})`;
  }
  const wanted = type ? [type] : types.filter((name) => !OF_TICKETS.test(name));
  return Prisma.sql`
    select first.id from unnest(${wanted}::text[]) as wanted(type)
    cross join lateral (select e.id from event e where e.type = wanted.type ${tail}) first`;
}
