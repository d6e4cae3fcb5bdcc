import { isNever, NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { ApiTicket } from "../api-views";

type Row = Omit<ApiTicket, "queue" | "requester" | "assignee" | "organization" | "waitingSince" | "contract"> & {
  key: Date;
  queueId: string;
  queueName: string;
  requesterId: string;
  requesterName: string;
  requesterEmail: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  organizationId: string | null;
  organizationName: string | null;
  waitingSince: Date;
  dueAt: Date;
  dueWarnAt: Date;
  contractId: string | null;
  contractName: string | null;
};
export type ApiTicketRow = Row;

/** Whether the actor gets what only staff know: tags, clocks, contract, notes in the count, changes in the time. */
export const isStaffActor = ({ actor }: Ctx) => actor.kind !== "person" || actor.role !== "customer";

/** When the actor could last see something new. */
export const updatedAt = (ctx: Ctx): Prisma.Sql =>
  isStaffActor(ctx) ? Prisma.sql`t.activity_at` : Prisma.sql`t.public_at`;

/** Reads the tickets whose `id` and `key` the fragment selects, in no order. */
export function readApiTickets(ctx: Ctx, page: Prisma.Sql): Promise<Row[]> {
  const staff = isStaffActor(ctx);
  const count = Prisma.sql`(select count(*)::int from message m where m.ticket_id = t.id and m.kind = 'public')`;
  const tags = Prisma.sql`array(select g.name from ticket_tag tg join tag g on g.id = tg.tag_id
    where tg.ticket_id = t.id order by g.name)`;
  return ctx.db.$queryRaw<Row[]>`
    with page as (${page})
    select page.key, t.id, t.number, t.subject, t.state::text as state, t.priority::text as priority,
      t.channel::text as channel, t.queue_id as "queueId", q.name as "queueName", t.requester_id as "requesterId",
      r.name as "requesterName", e.address as "requesterEmail", t.assignee_id as "assigneeId", a.name as "assigneeName",
      t.organization_id as "organizationId", o.name as "organizationName",
      ${staff ? tags : Prisma.sql`array[]::text[]`} as tags, t.locale,
      ${staff ? Prisma.sql`t.message_count` : count} as "messageCount", t.created_at as "createdAt",
      ${updatedAt(ctx)} as "updatedAt", t.first_reply_at as "firstReplyAt", t.waiting_since as "waitingSince",
      t.solved_at as "solvedAt", ${staff ? CLOCKS : NO_CLOCKS}
    from page
    join ticket t on t.id = page.id
    join queue q on q.id = t.queue_id
    join person r on r.id = t.requester_id
    left join email_address e on e.person_id = r.id and e."primary"
    left join person a on a.id = t.assignee_id
    left join organization o on o.id = t.organization_id
    left join contract c on c.id = t.contract_id`;
}

const CLOCKS = Prisma.sql`t.next_due_at as "dueAt", t.due_kind::text as "dueKind", t.due_warn_at as "dueWarnAt",
  t.clock_paused as "clockPaused", case when t.assignee_id is null then t.wait_reason end as "waitReason",
  t.contract_id as "contractId", c.name as "contractName"`;
const NO_CLOCKS = Prisma.sql`${NEVER}::timestamptz as "dueAt", null as "dueKind", ${NEVER}::timestamptz as "dueWarnAt", false as "clockPaused",
  null as "waitReason", null as "contractId", null as "contractName"`;

export function toApiTicket(row: Row): ApiTicket {
  const { key: _key, queueId, queueName, requesterId, requesterName, requesterEmail, ...rest } = row;
  const { assigneeId, assigneeName, organizationId, organizationName, waitingSince, ...more } = rest;
  const { dueAt, dueWarnAt, contractId, contractName, ...plain } = more;
  const unlessNever = (at: Date) => (isNever(at) ? null : at);
  return {
    ...plain,
    queue: { id: queueId, name: queueName },
    requester: { id: requesterId, name: requesterName, email: requesterEmail },
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? "" } : null,
    organization: organizationId ? { id: organizationId, name: organizationName ?? "" } : null,
    waitingSince: unlessNever(waitingSince),
    dueAt: unlessNever(dueAt),
    dueWarnAt: unlessNever(dueWarnAt),
    contract: contractId ? { id: contractId, name: contractName ?? "" } : null,
  };
}
