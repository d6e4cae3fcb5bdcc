import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { ApiTicket } from "../views";

type Row = Omit<ApiTicket, "queue" | "requester" | "assignee" | "organization" | "waitingSince"> & {
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
};
export type ApiTicketRow = Row;

/** Whether the actor gets what only staff know: tags, notes in the count, changes in the time. */
const isStaffActor = ({ actor }: Ctx) => actor.kind !== "person" || actor.role !== "customer";

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
      t.solved_at as "solvedAt"
    from page
    join ticket t on t.id = page.id
    join queue q on q.id = t.queue_id
    join person r on r.id = t.requester_id
    left join email_address e on e.person_id = r.id and e."primary"
    left join person a on a.id = t.assignee_id
    left join organization o on o.id = t.organization_id`;
}

export function toApiTicket(row: Row): ApiTicket {
  const { key: _key, queueId, queueName, requesterId, requesterName, requesterEmail, ...rest } = row;
  const { assigneeId, assigneeName, organizationId, organizationName, waitingSince, ...plain } = rest;
  return {
    ...plain,
    queue: { id: queueId, name: queueName },
    requester: { id: requesterId, name: requesterName, email: requesterEmail },
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? "" } : null,
    organization: organizationId ? { id: organizationId, name: organizationName ?? "" } : null,
    waitingSince: isNever(waitingSince) ? null : waitingSince,
  };
}
