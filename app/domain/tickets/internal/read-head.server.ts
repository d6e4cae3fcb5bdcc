import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { Priority, SendMode, TicketState, Channel } from "../states";
import type { DeskTicket, PersonRef } from "../views";
import { visibleTickets } from "../visible.server";
import { OPEN } from "./open-states.server";

const CAP = 100;
const COUNTED = Prisma.raw(`limit ${CAP}`);
const PRESENT_MS = 30_000;

export type HeadRow = {
  id: string;
  number: number;
  subject: string;
  locale: string;
  state: TicketState;
  status_id: string;
  status_name: string | null;
  priority: Priority;
  channel: Channel;
  queue_id: string;
  queue_name: string;
  send_mode: SendMode;
  queue_address: string | null;
  type_id: string | null;
  type_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  wait_reason: string | null;
  created_at: Date;
  first_reply_at: Date | null;
  waiting_since: Date;
  solved_at: Date | null;
  deleted_at: Date | null;
  message_count: number;
  snoozed_until: Date | null;
  merged_into: number | null;
  read_at: Date | null;
  requester_id: string;
  requester_name: string;
  requester_locale: string | null;
  requester_zone: string | null;
  requester_email: string | null;
  phone: string | null;
  suppressed: (Omit<DeskTicket["suppressed"][number], "until"> & { until: string })[];
  organization_id: string | null;
  organization_name: string | null;
  open_count: number;
  total_count: number;
  recent: DeskTicket["requesterTickets"]["recent"];
  tags: string[];
  participants: DeskTicket["participants"];
  followers: PersonRef[];
  banners: DeskTicket["banners"];
  links: DeskTicket["links"];
  merged_from: DeskTicket["mergedFrom"];
  faqs: DeskTicket["faqs"];
  drafts: (Omit<DeskTicket["drafts"][number], "updatedAt"> & { updatedAt: string })[];
  outgoing: (Omit<DeskTicket["outgoing"][number], "agent" | "releaseAt"> & {
    agentId: string;
    agentName: string;
    releaseAt: string;
  })[];
  present: DeskTicket["present"];
  moves: TicketState[];
};

export const HEAD_CAP = CAP;

/** Everything beside the conversation on the desk's ticket page, in one statement; nothing when the agent may not see it. */
export async function readHead(ctx: Ctx, actor: PersonActor, number: number): Promise<HeadRow | undefined> {
  const [row] = await ctx.db.$queryRaw<HeadRow[]>(prepared(statement(ctx, actor, number)));
  return row;
}

const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`;
const primaryAddress = (person: Prisma.Sql) =>
  Prisma.sql`(select e.address from email_address e where e.person_id = ${person} and e."primary")`;

function statement(ctx: Ctx, actor: PersonActor, number: number): Prisma.Sql {
  const me = Prisma.sql`${actor.personId}::uuid`;
  const local = (json: Prisma.Sql) => Prisma.sql`coalesce(${json} ->> ${ctx.locale}, ${json} ->> 'en')`;
  const visible = visibleTickets(actor);
  return Prisma.sql`
    select k.id, k.number, k.subject, k.locale, k.state::text as state, k.status_id, ${local(Prisma.sql`s.name`)} as status_name,
      k.priority::text as priority, k.channel::text as channel, k.queue_id, q.name as queue_name,
      q.send_mode::text as send_mode, qa.address as queue_address, k.type_id, ${local(Prisma.sql`ty.name`)} as type_name,
      k.assignee_id, a.name as assignee_name, k.created_at, k.first_reply_at, k.waiting_since, k.solved_at, k.deleted_at,
      k.message_count, k.requester_id, r.name as requester_name, r.locale as requester_locale,
      r.time_zone as requester_zone, k.organization_id,
      (select o.name from organization o where o.id = k.organization_id) as organization_name,
      case when k.assignee_id is null then k.wait_reason end as wait_reason,
      (select sn.until from snooze sn where sn.ticket_id = k.id) as snoozed_until,
      (select i.number from merge mg join ticket i on i.id = mg.into_id where mg.from_id = k.id) as merged_into,
      (select rd.read_at from ticket_read rd where rd.ticket_id = k.id and rd.person_id = ${me}) as read_at,
      (select c.phone from contact c where c.person_id = r.id) as phone, ${primaryAddress(Prisma.sql`r.id`)} as requester_email,
      ${list(Prisma.sql`select p.id as "personId", p.name, e.address, su.reason, su.until
        from (select k.requester_id as id union select tp.person_id from ticket_participant tp
          where tp.ticket_id = k.id and tp.muted_at is null) x
        join person p on p.id = x.id join email_address e on e.person_id = p.id and e."primary"
        join suppression su on su.address = e.address and su.until > ${ctx.now}
        order by p.id <> k.requester_id, e.address`)} as suppressed,
      (select count(*)::int from (select 1 from ticket t where t.requester_id = r.id and ${OPEN} ${COUNTED}) c) as open_count,
      (select count(*)::int from (
        select 1 from ticket t where t.requester_id = r.id and t.deleted_at is null ${COUNTED}) c) as total_count,
      ${list(Prisma.sql`select t.number, t.subject, t.state from (
          select t.id, t.number, t.subject, t.state, t.queue_id, t.assignee_id, t.deleted_at, t.public_at from ticket t
          where t.requester_id = r.id and t.deleted_at is null and t.id <> k.id
          order by t.public_at desc, t.id desc limit 50) t
        where ${visible} order by t.public_at desc, t.id desc limit 5`)} as recent,
      array(select g.name from ticket_tag tg join tag g on g.id = tg.tag_id where tg.ticket_id = k.id order by g.name) as tags,
      ${list(Prisma.sql`select p.id, p.name, ${primaryAddress(Prisma.sql`p.id`)} as email, tp.muted_at is not null as muted
        from ticket_participant tp join person p on p.id = tp.person_id
        where tp.ticket_id = k.id order by tp.added_at, p.id`)} as participants,
      ${list(Prisma.sql`select p.id, p.name from ticket_follower tf join person p on p.id = tf.person_id
        where tf.ticket_id = k.id order by p.name, p.id`)} as followers,
      ${list(Prisma.sql`select b.id, b.code, b.data from ticket_banner b
        where b.ticket_id = k.id and b.dismissed_at is null order by b.at, b.id`)} as banners,
      ${list(Prisma.sql`select t.number, t.subject, l.kind, t.state from (
          select to_id as id, kind from ticket_link where from_id = k.id
          union select from_id, kind from ticket_link where to_id = k.id) l
        join ticket t on t.id = l.id where ${visible} order by t.number`)} as links,
      ${list(Prisma.sql`select f.number, f.subject from merge mg join ticket f on f.id = mg.from_id
        where mg.into_id = k.id order by f.number`)} as merged_from,
      ${list(Prisma.sql`select ar.id, d.title from article ar join article_text tx on tx.article_id = ar.id
          and tx.locale = ar.source_locale join article_draft d on d.text_id = tx.id
        where ar.ticket_id = k.id and ar.deleted_at is null order by ar.id`)} as faqs,
      ${list(Prisma.sql`select d.kind, d.text, d.cc, d.updated_at as "updatedAt",
          ${list(Prisma.sql`select u.id, u.name, sf.size from unnest(d.upload_ids) with ordinality x(id, position)
            join upload u on u.id = x.id join stored_file sf on sf.id = u.file_id order by x.position`)} as uploads
        from draft d where d.ticket_id = k.id and d.person_id = ${me} order by d.kind`)} as drafts,
      ${list(Prisma.sql`select og.id, og.agent_id as "agentId", p.name as "agentName", og.agent_id = ${me} as own, og.text,
          og.mode, og.release_at as "releaseAt"
        from outgoing_reply og join person p on p.id = og.agent_id
        where og.ticket_id = k.id order by og.pressed_at, og.id`)} as outgoing,
      ${list(Prisma.sql`select p.id, p.name, bool_or(pr.typing) as typing
        from presence pr join person p on p.id = pr.person_id
        where pr.ticket_id = k.id and pr.person_id <> ${me} and pr.seen_at > ${new Date(ctx.now.getTime() - PRESENT_MS)}
        group by p.id, p.name order by p.name, p.id`)} as present,
      array(select mv."to"::text from state_move mv where mv."from" = k.state order by mv."to") as moves
    from (select * from ticket t where t.number = ${number}::int and ${visibleTickets(actor, { deleted: "with" })}) k
    join ticket_status s on s.id = k.status_id
    join queue q on q.id = k.queue_id
    left join queue_address qa on qa.queue_id = q.id and qa."primary"
    left join request_type ty on ty.id = k.type_id
    join person r on r.id = k.requester_id
    left join person a on a.id = k.assignee_id`;
}
