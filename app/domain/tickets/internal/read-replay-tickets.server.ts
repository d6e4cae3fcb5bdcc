import { foldRegion } from "~/domain/routing/fold-region";
import type { ReplayTicket } from "~/domain/routing/dry-run";
import type { RoutingFacts } from "~/domain/routing/apply-rules";
import { routingFacts } from "~/domain/routing/routing-facts";
import type { KeptByHand, RulesTrace } from "~/domain/routing/trace";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { Channel, Priority } from "../states";

/** What is still known of how a ticket came; `trace` is that of its first decision. */
export type PastRow = {
  number: number;
  subject: string;
  createdAt: Date;
  endsAt: Date | null;
  requesterId: string;
  firstSubject: string;
  text: string | null;
  senders: string[] | null;
  region: string | null;
  channel: Channel;
  locale: string;
  typeId: string | null;
  organizationId: string | null;
  contractId: string | null;
  addresses: string[] | null;
  firstQueueId: string;
  firstPriority: Priority;
  trace: Pick<RulesTrace, "facts" | "kept"> | null;
};

/**
 * The newest tickets as they once came, oldest first: the facts that their decision kept, else what ticket and first
 * message still tell. `openAt` names the calendars that were open at a moment.
 */
export async function readReplayTickets(
  ctx: Ctx,
  most: number,
  openAt: (at: Date) => string[],
): Promise<ReplayTicket[]> {
  const newest = Prisma.sql`select * from ticket where deleted_at is null order by number desc limit ${most}::int`;
  const rows = await readPast(ctx, newest);
  return rows.map((row) => replayTicket(row, openAt(row.createdAt)));
}

/** How these tickets, rows of `ticket`, once came; oldest first. */
export function readPast(ctx: Ctx, tickets: Prisma.Sql): Promise<PastRow[]> {
  return ctx.db.$queryRaw<PastRow[]>`
    select t.number, t.subject, t.created_at as "createdAt", coalesce(t.solved_at, t.closed_at) as "endsAt",
      t.requester_id as "requesterId", t.channel, t.locale, t.type_id as "typeId", t.organization_id as "organizationId",
      t.contract_id as "contractId",
      coalesce((select s.subject from subject_version s where s.ticket_id = t.id order by s.until limit 1), t.subject)
        as "firstSubject",
      left(coalesce((select v.text from message_version v where v.message_id = m.id order by v.version limit 1), m.text), 20000)
        as text,
      (select array_agg(a.address order by a."primary" desc, a.id) from email_address a where a.person_id = t.requester_id)
        as senders,
      (select o.region from organization o where o.id = t.organization_id) as region,
      (select array_agg(q.address) from queue_address q where m.addressees::text ilike '%"' || q.address || '"%') as addresses,
      coalesce((select (e.data ->> 'queueId')::uuid from event e
        where e.ticket_id = t.id and e.type = 'ticket.opened' order by e.id limit 1), t.queue_id) as "firstQueueId",
      coalesce((select e.data ->> 'from' from event e
        where e.ticket_id = t.id and e.type = 'ticket.changed' and e.data ->> 'field' = 'priority' order by e.id limit 1),
        t.priority::text) as "firstPriority",
      (select json_build_object('facts', d.trace -> 'facts', 'kept', d.trace -> 'kept') from routing_decision d
        where d.ticket_id = t.id and d.kind = 'rules' order by d.id limit 1) as trace
    from (${tickets}) t
    left join lateral (
      select m.id, m.text, m.addressees from message m where m.ticket_id = t.id order by m.sent_at, m.id limit 1) m on true
    order by t.number`;
}

/** The facts that rules ask for, as far as the row tells them. */
export const pastFacts = (row: PastRow, openCalendarIds: string[]): RoutingFacts =>
  routingFacts({
    channel: row.channel,
    addresses: row.addresses ?? [],
    senders: row.senders ?? [],
    subject: row.firstSubject,
    text: row.text ?? "",
    language: row.locale,
    organizationId: row.organizationId,
    region: row.region,
    contractId: row.contractId,
    typeId: row.typeId,
    priority: row.firstPriority,
    queueId: row.firstQueueId,
    openCalendarIds,
  });

/** What was chosen by hand when the ticket was opened; an agent's form names queue and priority. */
export const keptAtOpening = ({ trace, channel }: PastRow): KeptByHand[] =>
  trace?.kept ?? (channel === "agent" ? ["queue", "priority"] : []);

function replayTicket(row: PastRow, openCalendarIds: string[]): ReplayTicket {
  return {
    number: row.number,
    subject: row.subject,
    facts: { ...pastFacts(row, openCalendarIds), ...row.trace?.facts },
    kept: keptAtOpening(row),
    at: row.createdAt,
    endsAt: row.endsAt,
    requesterId: row.requesterId,
    language: row.locale,
    region: foldRegion(row.region ?? ""),
  };
}
