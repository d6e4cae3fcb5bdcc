import type { Ctx } from "~/platform/ctx.server";
import { INDEXED_LENGTH } from "~/lib/indexed-text";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { Channel, MessageKind, Priority, TicketState } from "../states";

export type SearchedTicket = {
  id: string;
  number: number;
  subject: string;
  snippet: string;
  state: TicketState;
  priority: Priority;
  channel: Channel;
  locale: string;
  queueId: string;
  typeId: string | null;
  assigneeId: string | null;
  organizationId: string | null;
  organization: string | null;
  publicAt: Date;
  requesterId: string;
  requester: string;
  addresses: string[];
  participantIds: string[];
  participants: string[];
  /** Followers, and those whom a note mentions. */
  staffIds: string[];
  tags: string[];
};

export type SearchedMessage = {
  id: string;
  ticketId: string;
  kind: MessageKind;
  text: string;
  sentAt: Date;
  authorId: string | null;
  author: string | null;
  addresses: string[];
  files: string[];
};

/** The tickets of these that may be found: neither in the bin nor merged into another. */
export const readSearchedTickets = (ctx: Ctx, ids: readonly string[]): Promise<SearchedTicket[]> =>
  ctx.db.$queryRaw<SearchedTicket[]>(
    prepared(Prisma.sql`
    select t.id::text, t.number, t.subject, t.snippet, t.state::text as state, t.priority::text as priority,
      t.channel::text as channel, t.locale, t.queue_id::text as "queueId", t.type_id::text as "typeId",
      t.assignee_id::text as "assigneeId", t.organization_id::text as "organizationId", o.name as organization,
      t.public_at as "publicAt", t.requester_id::text as "requesterId", r.name as requester,
      array(select e.address from email_address e where e.person_id = t.requester_id) as addresses,
      array(select tp.person_id::text from ticket_participant tp where tp.ticket_id = t.id) as "participantIds",
      array(select p.name from ticket_participant tp join person p on p.id = tp.person_id
            where tp.ticket_id = t.id) as participants,
      array(select f.person_id::text from ticket_follower f where f.ticket_id = t.id
            union select mn.person_id::text from message m join mention mn on mn.message_id = m.id
                  where m.ticket_id = t.id) as "staffIds",
      array(select g.name from ticket_tag tt join tag g on g.id = tt.tag_id where tt.ticket_id = t.id
            order by g.name) as tags
    from ticket t join person r on r.id = t.requester_id left join organization o on o.id = t.organization_id
    where t.id = any(${[...ids]}::uuid[]) and t.deleted_at is null
      and not exists (select from merge mg where mg.from_id = t.id)`),
  );

/** Every message and note of these tickets, without what it quotes. */
export const readSearchedMessages = (ctx: Ctx, ticketIds: readonly string[]): Promise<SearchedMessage[]> =>
  ctx.db.$queryRaw<SearchedMessage[]>(
    prepared(Prisma.sql`
    select m.id::text, m.ticket_id::text as "ticketId", m.kind::text as kind, left(m.text, ${INDEXED_LENGTH + 1}::int) as text,
      m.sent_at as "sentAt", m.author_id::text as "authorId", a.name as author,
      array(select e.address from email_address e where e.person_id = m.author_id) as addresses,
      array(select at.name from attachment at where at.message_id = m.id and not at.inline
            order by at.position) as files
    from message m left join person a on a.id = m.author_id
    where m.ticket_id = any(${[...ticketIds]}::uuid[])`),
  );
