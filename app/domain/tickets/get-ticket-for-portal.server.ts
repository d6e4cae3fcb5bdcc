import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { answerDue, promisedAnswer } from "./internal/promised-answer.server";
import { readPortalMessages } from "./internal/read-portal-messages.server";
import { reopensWhenClosed } from "./internal/reopens-when-closed.server";
import { mayTicket, type TicketAct } from "./policy";
import { isOpen, portalState, type TicketState } from "./states";
import type { PortalTicket } from "./portal-views";
import type { PersonRef } from "./views";
import { visibleTickets } from "./visible.server";

type Row = {
  id: string;
  number: number;
  subject: string;
  state: TicketState;
  status_name: string | null;
  type_name: string | null;
  queue_id: string;
  queue_name: string;
  queue_address: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  requester_id: string;
  requester_name: string;
  organization: string | null;
  created_at: Date;
  public_at: Date;
  answer_due: Date | null;
  solved_at: Date | null;
  closed_at: Date | null;
  merged_into: number | null;
  participants: PersonRef[];
  follow_ups: PortalTicket["followUps"];
};

/** All of the portal's ticket page: public messages only; 404 when the customer may not see the ticket. */
export async function getTicketForPortal(ctx: Ctx, number: number): Promise<PortalTicket> {
  const [rows, conversation] = await Promise.all([
    ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, number))),
    readPortalMessages(ctx, number, null),
  ]);
  const row = rows[0];
  if (!row) throw notFound();
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    state: portalState(row.state),
    statusName: row.status_name,
    typeName: row.type_name,
    queueName: row.queue_name,
    queueAddress: row.queue_address,
    assigneeName: row.assignee_name,
    requester: { id: row.requester_id, name: row.requester_name },
    organization: row.organization,
    participants: row.participants,
    createdAt: row.created_at,
    publicAt: row.public_at,
    answer: promisedAnswer(ctx, row.answer_due),
    solvedAt: row.solved_at,
    followsUp: row.state === "closed" && !(await reopensWhenClosed(ctx, { closedAt: row.closed_at })),
    mergedInto: row.merged_into,
    followUps: row.follow_ups,
    messages: conversation.messages,
    earlier: conversation.earlier,
    allowed: allowed(ctx, row),
  };
}

function statement({ actor, locale }: Ctx, number: number): Prisma.Sql {
  const local = (json: Prisma.Sql) => Prisma.sql`coalesce(${json} ->> ${locale}, ${json} ->> 'en')`;
  return Prisma.sql`
    select k.id, k.number, k.subject, k.state::text as state, ${local(Prisma.sql`s.name`)} as status_name,
      ${local(Prisma.sql`ty.name`)} as type_name, k.queue_id, q.name as queue_name, qa.address as queue_address,
      k.assignee_id, a.name as assignee_name, k.requester_id, r.name as requester_name, o.name as organization,
      k.created_at, k.public_at, k.solved_at, k.closed_at, ${answerDue(Prisma.sql`k.id`)} as answer_due,
      (select i.number from merge mg join ticket i on i.id = mg.into_id where mg.from_id = k.id) as merged_into,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by tp.added_at, p.id), '[]')
        from ticket_participant tp join person p on p.id = tp.person_id where tp.ticket_id = k.id) as participants,
      (select coalesce(json_agg(json_build_object('number', t.number, 'subject', t.subject) order by t.number), '[]')
        from ticket_link l join ticket t on t.id = l.from_id
        where l.to_id = k.id and l.kind = 'follow_up' and ${visibleTickets(actor)}) as follow_ups
    from (select * from ticket t where t.number = ${number}::int and ${visibleTickets(actor)}) k
    join ticket_status s on s.id = k.status_id
    join queue q on q.id = k.queue_id
    left join queue_address qa on qa.queue_id = q.id and qa."primary"
    left join request_type ty on ty.id = k.type_id
    join person r on r.id = k.requester_id
    left join person a on a.id = k.assignee_id
    left join organization o on o.id = k.organization_id`;
}

function allowed(ctx: Ctx, row: Row): PortalTicket["allowed"] {
  const may = (act: TicketAct) =>
    row.merged_into === null &&
    mayTicket(ctx.actor, act, {
      queueId: row.queue_id,
      requesterId: row.requester_id,
      assigneeId: row.assignee_id,
      state: row.state,
      deletedAt: null,
    });
  return {
    reply: may("ticket.reply"),
    solve: may("ticket.solve") && isOpen(row.state),
    reopen: may("ticket.reopen") && row.state === "solved",
    invite: may("ticket.invite") && row.state !== "closed",
  };
}
