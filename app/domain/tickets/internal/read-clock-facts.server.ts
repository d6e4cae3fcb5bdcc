import type { ClockFacts, Span, Target } from "~/domain/sla/clock-facts";
import type { Channel, SlaKind } from "~/generated/prisma/enums";
import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type SendMode, stateAfterReply } from "../states";
import { type Millis, millis, TARGET, toSpan, toTarget } from "./clock-rows.server";

/** A ticket as clocks see it, with what its row and its targets' rows say of them so far. */
export type ClockTicket = {
  id: string;
  facts: Omit<ClockFacts, "spans"> & { spans: Span[] };
  activityAt: Date;
  /** For conditions. */
  queueId: string;
  typeId: string | null;
  organizationId: string | null;
  region: string | null;
  channel: Channel;
  locale: string;
  /** Its contract while it is in force. */
  contractId: string | null;
  contractPolicyId: string | null;
  newest: { target: Target; fired: string[] }[];
  columns: {
    nextDueAt: Date;
    dueKind: SlaKind | null;
    dueWarnAt: Date;
    dueSoon: boolean;
    clockPaused: boolean;
    clockVersion: number;
  };
  epoch: { version: number; mark: string; at: Date | null };
};

type Row = Omit<ClockFacts, "spans" | "outgoing"> &
  Omit<ClockTicket, "facts" | "newest" | "columns" | "epoch"> &
  ClockTicket["columns"] & {
    spans: Millis<Span>[];
    outgoing: { pressedAt: number; mode: SendMode }[];
    newest: (Millis<Target> & { fired: string[] })[];
    epochVersion: number;
    epochMark: string;
    epochAt: Date | null;
  };

/**
 * All that clocks go by, for several tickets in one statement. Where an agent opened with a note, the customer waits from
 * the first message of their own.
 */
export async function readClockFacts(ctx: Ctx, ids: readonly string[]): Promise<ClockTicket[]> {
  const rows = await ctx.db.$queryRaw<Row[]>(
    prepared(Prisma.sql`
    select t.id, t.state, t.priority, t.channel, t.locale, t.queue_id as "queueId", t.type_id as "typeId",
      t.organization_id as "organizationId", o.region, t.created_at as "createdAt", t.activity_at as "activityAt",
      t.first_reply_at as "firstReplyAt", t.last_customer_at as "lastCustomerAt", t.last_agent_at as "lastAgentAt",
      case when opening.side <> 'customer' and t.waiting_since < ${NEVER} then coalesce((
        select min(m.sent_at) from message m where m.ticket_id = t.id and m.side = 'customer' and m.kind = 'public'
          and not m.automatic), ${NEVER}) else t.waiting_since end as "waitingSince", t.solved_at as "solvedAt", t.closed_at as "closedAt",
      t.deleted_at as "deletedAt", t.next_due_at as "nextDueAt", t.due_kind as "dueKind",
      t.due_warn_at as "dueWarnAt", t.due_soon as "dueSoon", t.clock_paused as "clockPaused",
      t.clock_version as "clockVersion", c.id as "contractId", c.policy_id as "contractPolicyId",
      e.version as "epochVersion", e.version || ':' || e.xmin::text as "epochMark", e.at as "epochAt",
      t.state = 'closed' and exists (select 1 from merge m where m.from_id = t.id) as merged,
      coalesce(opening.side = 'customer', t.last_customer_at is not null) as "openedByCustomer",
      coalesce((select json_agg(json_build_object('id', s.id, 'state', s.state,
        'from', ${millis(Prisma.sql`s."from"`)}, 'to', ${millis(Prisma.sql`s."to"`)}) order by s."from")
        from state_span s where s.ticket_id = t.id), '[]') as spans,
      coalesce((select json_agg(json_build_object('pressedAt', ${millis(Prisma.sql`r.pressed_at`)},
        'mode', r.mode)) from outgoing_reply r where r.ticket_id = t.id), '[]') as outgoing,
      coalesce((select json_agg(${TARGET}) from (
        select distinct on (kind) * from sla_target where ticket_id = t.id order by kind, cycle desc) s), '[]') as newest
    from ticket t
    cross join sla_epoch e
    left join organization o on o.id = t.organization_id
    left join contract c on c.id = t.contract_id and c.archived_at is null
      and c.starts_at <= ${ctx.now} and c.ends_at > ${ctx.now}
    left join lateral (select m.side from message m where m.ticket_id = t.id order by m.sent_at, m.id limit 1) opening
      on t.first_reply_at is null
    where t.id = any(${[...ids]}::uuid[])`),
  );
  return rows.map(toTicket);
}

function toTicket(row: Row): ClockTicket {
  const { nextDueAt, dueKind, dueWarnAt, dueSoon, clockPaused, clockVersion } = row;
  return {
    ...row,
    facts: {
      ...row,
      spans: row.spans.map(toSpan),
      outgoing: row.outgoing.map(({ pressedAt, mode }) => ({
        pressedAt: new Date(pressedAt),
        leavesIt: stateAfterReply[mode],
      })),
    },
    newest: row.newest.map(({ fired, ...t }) => ({ fired, target: toTarget(t) })),
    columns: { nextDueAt, dueKind, dueWarnAt, dueSoon, clockPaused, clockVersion },
    epoch: { version: row.epochVersion, mark: row.epochMark, at: row.epochAt },
  };
}

/** What policies' conditions may ask for: SLA_FACTS. */
export const conditionFacts = (ticket: ClockTicket) => ({
  contract: ticket.contractId,
  organization: ticket.organizationId,
  region: ticket.region,
  priority: ticket.facts.priority,
  type: ticket.typeId,
  queue: ticket.queueId,
  channel: ticket.channel,
  language: ticket.locale,
});
