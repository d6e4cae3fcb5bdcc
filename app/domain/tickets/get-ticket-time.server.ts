import { dayIn } from "~/domain/sla/contract-period";
import { contractState } from "~/domain/sla/contract-state";
import { usedOf } from "~/domain/sla/contract-sql.server";
import { findContract } from "~/domain/sla/find-contract.server";
import type { TimeTotals } from "~/domain/sla/time-entry-views";
import { notFound } from "~/lib/errors";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { entryColumns, type EntryRow, entryView } from "./internal/entry-view.server";
import type { TicketContract, TicketTime } from "./log-time-views";
import { mayTicket, type PolicyTicket, requireStaffActor } from "./policy";
import { visibleCost } from "./internal/visible-costs.server";
import { visibleTickets } from "./visible.server";

/** What the ticket's page shows; `listTime` has the rest. */
const SHOWN = 8;

type Row = PolicyTicket & {
  createdAt: Date;
  asset: TicketTime["asset"];
  contract: (Omit<TicketContract, "state" | "covers" | "endsAt"> & { startsAt: string; endsAt: string }) | null;
  covers: boolean;
  entries: EntryRow[];
  entryCount: number;
  totals: TimeTotals;
  timer: { entryId: string; number: number; startedAt: string } | null;
};

/** Product, contract and time of a ticket that the agent sees, in one statement, or 404. */
export async function getTicketTime(ctx: Ctx, number: number): Promise<TicketTime> {
  const actor = requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, actor, number)));
  if (!row) throw notFound();
  const { contract, timer } = row;
  return {
    asset: row.asset,
    contract: contract && shown(contract, row.covers, ctx.now),
    entries: row.entries.map((entry) => entryView(entry, actor, ctx.now)),
    entryCount: row.entryCount,
    totals: row.totals,
    timer: timer && { ...timer, startedAt: new Date(timer.startedAt) },
    mayLog: mayTicket(ctx.actor, "ticket.logTime", row),
    today: dayIn(ctx.timeZone, ctx.now),
  };
}

function shown({ startsAt, endsAt, ...contract }: NonNullable<Row["contract"]>, covers: boolean, now: Date) {
  const period = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  return { ...contract, covers, endsAt: period.endsAt, state: contractState({ ...contract, ...period }, now) };
}

function statement(ctx: Ctx, actor: PersonActor, number: number): Prisma.Sql {
  const last = findContract(Prisma.sql`t.asset_id`, Prisma.sql`t.organization_id`, Prisma.sql`t.created_at`);
  return Prisma.sql`
    select k.queue_id as "queueId", k.requester_id as "requesterId", k.assignee_id as "assigneeId", k.state::text as state,
      k.deleted_at as "deletedAt", k.created_at as "createdAt", k.contract_id is not null as covers,
      (select json_build_object('id', a.id, 'name', a.name, 'serial', a.serial) from asset a where a.id = k.asset_id) as asset,
      (select json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'startsAt', c.starts_at, 'endsAt', c.ends_at,
          'policy', (select p.name from sla_policy p where p.id = c.policy_id), 'unit', c.unit, 'entitled', c.entitled,
          'used', ${usedOf(Prisma.sql`c`)})
        from contract c where c.id = coalesce(k.contract_id, k.last_contract_id)) as contract,
      (select coalesce(json_agg(listed), '[]') from (
        select ${entryColumns(actor)} where e.ticket_id = k.id
        order by (e.ended_at is null) desc, e.started_at desc, e.id desc limit ${Prisma.raw(String(SHOWN))}) listed) as entries,
      spent.count as "entryCount",
      json_build_object('seconds', spent.seconds, 'billableSeconds', spent.billable, 'costs', spent.costs) as totals,
      (select json_build_object('entryId', e.id, 'number', o.number, 'startedAt', e.started_at)
        from time_entry e join ticket o on o.id = e.ticket_id
        where e.person_id = ${actor.personId}::uuid and e.ended_at is null) as timer
    from (
      select t.*, case when t.contract_id is null then (${last} ->> 'id')::uuid end as last_contract_id
      from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor, { deleted: "with" })}) k
    cross join lateral (${totals(actor, Prisma.sql`k.id`)}) spent`;
}

/** Sums of the finished entries; costs by currency, each entry rounded on its own as it is shown, if all may be seen. */
function totals(actor: PersonActor, ticketId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select coalesce(sum(by_currency.count), 0)::int as count, least(coalesce(sum(by_currency.seconds), 0), 2147483647)::int as seconds,
      least(coalesce(sum(by_currency.billable), 0), 2147483647)::int as billable,
      case when bool_and(by_currency.visible) then coalesce(json_agg(json_build_object('currency', by_currency.currency,
        'amount', by_currency.cost) order by by_currency.currency) filter (where by_currency.cost > 0), '[]') else '[]' end as costs
    from (
      select e.currency, count(*) as count, sum(e.seconds) as seconds, sum(e.seconds) filter (where e.billable) as billable,
        sum((2 * e.rate::bigint * e.seconds + 3600) / 7200) as cost,
        bool_and(e.rate = 0 or ${visibleCost(actor, Prisma.sql`e.person_id`)}) as visible
      from time_entry e where e.ticket_id = ${ticketId} and e.ended_at is not null group by e.currency) by_currency`;
}
