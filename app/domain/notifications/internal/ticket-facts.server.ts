import type { MailWords } from "~/domain/mail/templates/schema";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { QUEUE_HOURS } from "./queue-hours.server";

/** What an automatic mail about a ticket says of it and of whom it goes to. */
export type TicketFacts = {
  ticketId: string;
  number: number;
  subject: string;
  state: string;
  personId: string;
  name: string;
  address: string;
  locale: string;
  zone: string | null;
  queue: string;
  /** Who has the ticket. */
  agent: string | null;
  fromAddress: string | null;
  fromName: string;
  /** Number of the closed ticket that this one continues. */
  previous: number | null;
  /** When the answer that is owed next is due; null while its clock stands still. */
  replyDue: Date | null;
  /** The version of the calendar that the queue works by. */
  hoursId: string | null;
};

/** Of `t` and what `ticketTables` and ANSWERING_ADDRESS join to it. */
export const TICKET_FACTS = Prisma.sql`
  t.id as "ticketId", t.number, t.subject, t.state::text as state, p.id as "personId", p.name, e.address,
  coalesce(p.locale, t.locale) as locale, p.time_zone as zone, q.name as queue, agent.name as agent,
  sender.address as "fromAddress", coalesce(nullif(sender.name, ''), q.name) as "fromName",
  (select old.number from ticket_link l join ticket old on old.id = l.to_id
    where l.from_id = t.id and l.kind = 'follow_up' order by l.at, old.number limit 1) as previous,
  (select min(st.due_at) from sla_target st
    where st.ticket_id = t.id and st.kind in ('first_reply', 'next_reply')
      and st.met_at is null and st.cancelled_at is null and st.paused_at is null) as "replyDue",
  hours.version_id as "hoursId"`;

/** `person` is whom the mail goes to. */
export const ticketTables = (person: Prisma.Sql): Prisma.Sql => Prisma.sql`
  join queue q on q.id = t.queue_id
  join person p on p.id = ${person} and p.deactivated_at is null
  join email_address e on e.person_id = p.id and e."primary"
  left join person agent on agent.id = t.assignee_id
  ${QUEUE_HOURS}`;

/** The props of an automatic mail; a due time that has passed promises nothing. */
export const automaticProps = (
  ctx: Ctx,
  facts: TicketFacts,
  { words, opening }: { words: MailWords | null; opening: Date | null },
) => ({
  number: facts.number,
  subject: facts.subject,
  url: `${config().baseUrl}/tickets/${facts.number}`,
  words,
  customer: facts.name,
  queue: facts.queue,
  agent: facts.agent ?? "",
  previous: facts.previous,
  opening,
  replyBy: facts.replyDue && facts.replyDue > ctx.now ? facts.replyDue : null,
  zone: facts.zone,
});
