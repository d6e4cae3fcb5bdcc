import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { EventView } from "../views";
import { visibleTickets } from "../visible.server";
import type { Cursor } from "~/platform/keyset.server";
import { listUnmergeable } from "./list-unmergeable.server";
import { SHOWN, SHOWN_AND_ONE } from "./read-messages.server";
import { uuidFloor } from "./uuid-floor.server";

const MOST = Prisma.raw("limit 200");
/** Messages speak for themselves, and who follows is no news. */
const SILENT = Prisma.sql`('ticket.customer_replied', 'ticket.replied', 'ticket.noted', 'ticket.followed', 'ticket.unfollowed')`;
const UNDO_MS = 3_600_000;

type Row = {
  id: string;
  ticket_id: string;
  type: string;
  at: Date;
  actor_kind: "person" | "system" | "rule" | "anonymous";
  actor_id: string | null;
  actor_name: string | null;
  data: Record<string, unknown>;
};

/** What happened among the messages that `readMessages` gives for the same cursor, oldest first, with names for ids. */
export async function readEvents(ctx: Ctx, number: number, before: Cursor | null): Promise<EventView[]> {
  const rows = await ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, number, before)));
  rows.reverse();
  const names = await readNames(ctx, rows);
  const undoable = new Set([...(before ? [] : lastChanges(ctx, rows)), ...(await standingMerges(ctx, rows))]);
  return rows.map((row) => ({
    kind: "event",
    id: row.id,
    type: row.type,
    at: row.at,
    actor: actorOf(row),
    data: row.data,
    names: Object.fromEntries(idsIn(row.data).flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
    undoable: undoable.has(row.id),
  }));
}

function statement({ actor }: Ctx, number: number, before: Cursor | null): Prisma.Sql {
  const key = Prisma.sql`${before?.key}::timestamptz`;
  const messagesBefore = before ? Prisma.sql`and (m.sent_at, m.id) < (${key}, ${before.id}::uuid)` : Prisma.empty;
  const eventsBefore = before ? Prisma.sql`and e.id < ${uuidFloor(key)}` : Prisma.empty;
  return Prisma.sql`
    select e.id, e.ticket_id, e.type, e.at, e.actor_kind::text as actor_kind, e.actor_id, p.name as actor_name, e.data
    from ticket t
    cross join lateral (
      select case when count(*) > ${Prisma.raw(String(SHOWN))} then (array_agg(m.sent_at))[${Prisma.raw(String(SHOWN))}] end as at
      from (select m.sent_at from message m where m.ticket_id = t.id ${messagesBefore}
            order by m.sent_at desc, m.id desc ${SHOWN_AND_ONE}) m) first
    cross join lateral (
      select * from event e
      where e.ticket_id = t.id and e.type not in ${SILENT} ${eventsBefore}
        and e.id >= coalesce(${uuidFloor(Prisma.sql`first.at`)}, '00000000-0000-0000-0000-000000000000')
      order by e.id desc ${MOST}) e
    left join person p on p.id = e.actor_id
    where t.number = ${number}::int and ${visibleTickets(actor, { deleted: "with" })}
    order by e.id desc`;
}

function actorOf(row: Row): EventView["actor"] {
  if (row.actor_kind === "person") return { id: row.actor_id ?? "", name: row.actor_name ?? "" };
  return row.actor_kind === "anonymous" ? "stranger" : row.actor_kind;
}

/** Uuids that stand as values, or in lists, of an event's data. */
const idsIn = (data: Record<string, unknown>): string[] =>
  Object.values(data)
    .flat()
    .filter((value): value is string => typeof value === "string" && isId(value));

/**
 * Words for ids in the reader's language; tickets as #number. A built-in status that nobody renamed is its key
 * (`tickets:state.open`), since the product's own words are not the domain's.
 */
async function readNames(ctx: Ctx, rows: Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => idsIn(row.data)))];
  const versions = rows.flatMap(({ data }) => (typeof data.rulesVersion === "number" ? [data.rulesVersion] : []));
  if (!ids.length) return new Map();
  const those = Prisma.sql`= any(${ids}::uuid[])`;
  const local = Prisma.sql`coalesce(name ->> ${ctx.locale}, name ->> 'en')`;
  const named = await ctx.db.$queryRaw<{ id: string; name: string | null }[]>(
    prepared(Prisma.sql`
    select id, name from person where id ${those}
    union all select id, name from queue where id ${those}
    union all select id, ${local} from request_type where id ${those}
    union all select id, coalesce(${local}, 'tickets:state.' || state) from ticket_status where id ${those}
    union all select id, '#' || number from ticket where id ${those}
    union all select id, name from tag where id ${those}
    ${versions.length ? Prisma.sql`union all ${namedRules(versions)}` : Prisma.empty}
    union all select id, name from asset where id ${those}
    union all select id, number from contract where id ${those}
    union all select a.id, d.title from article a join article_text tx on tx.article_id = a.id and tx.locale = a.source_locale
      join article_draft d on d.text_id = tx.id where a.id ${those}
    union all select id, subject from subject_version where id ${those}`),
  );
  return new Map(named.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

/** Rules as they were called when they acted. */
const namedRules = (versions: readonly number[]): Prisma.Sql => Prisma.sql`
  select (r ->> 'id')::uuid, r ->> 'name' from rule_set s, jsonb_array_elements(s.rules) r
  where s.version = any(${versions}::int[])`;

/** The newest line of each merge into this ticket that stands and that the reader may take back. */
async function standingMerges(ctx: Ctx, rows: Row[]): Promise<string[]> {
  const absorbed = rows.filter(({ type }) => type === "ticket.absorbed");
  const lines = new Map(absorbed.map(({ id, ticket_id, data }) => [String(data.fromId), { id, ticket_id }]));
  const standing = await listUnmergeable(ctx, [...lines.keys()]);
  return [...lines].flatMap(([fromId, line]) => (standing.get(fromId) === line.ticket_id ? [line.id] : []));
}

/** The last change of each field, while it is young enough to have been a slip. */
function lastChanges(ctx: Ctx, rows: Row[]): Set<string> {
  const last = new Map<string, string>();
  for (const { id, type, at, data, actor_kind: kind } of rows) {
    const field = type === "ticket.changed" ? `${type} ${String(data.field)}` : type;
    const byHand =
      kind === "person" &&
      (type === "ticket.changed" ||
        type === "ticket.assigned" ||
        (type === "ticket.state_changed" && data.cause === "agent"));
    if (byHand && ctx.now.getTime() - at.getTime() < UNDO_MS) last.set(field, id);
    else last.delete(field);
  }
  return new Set(last.values());
}
