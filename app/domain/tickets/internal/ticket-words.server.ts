import { notFound } from "~/lib/errors";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";
import type { ReplyVariable } from "../reply-variables";
import { visibleTickets } from "../visible.server";

/** What the variables of a saved reply say on a ticket, and the languages to try. */
export type TicketWords = {
  ticketId: string;
  queueId: string;
  languages: (string | null)[];
  values: Record<ReplyVariable, string>;
};

/** The words of a ticket that the agent sees, or 404. The requester's own language counts where the ticket has no text. */
export async function readTicketWords(ctx: Ctx, actor: PersonActor, number: number): Promise<TicketWords> {
  type Row = {
    id: string;
    queueId: string;
    locale: string;
    requesterLocale: string | null;
    subject: string;
    customer: string;
    address: string | null;
    organization: string | null;
    queue: string;
    agent: string;
  };
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select t.id::text, t.queue_id::text as "queueId", t.locale, p.locale as "requesterLocale", t.subject,
      p.name as customer, e.address, o.name as organization, coalesce(nullif(qa.name, ''), q.name) as queue,
      (select a.name from person a where a.id = ${actor.personId}::uuid) as agent
    from ticket t
    join person p on p.id = t.requester_id
    join queue q on q.id = t.queue_id
    left join queue_address qa on qa.queue_id = q.id and qa."primary"
    left join email_address e on e.person_id = p.id and e."primary"
    left join organization o on o.id = t.organization_id
    where t.number = ${number}::int and ${visibleTickets(actor, { deleted: "with" })}`;
  if (!row) throw notFound();
  const { name: company } = await getSettings(ctx, "company");
  // A stranger's name is the address until somebody knows better: nobody is greeted by it.
  const customer = row.customer.includes("@") ? "" : row.customer;
  return {
    ticketId: row.id,
    queueId: row.queueId,
    languages: [row.locale, row.requesterLocale],
    values: {
      "customer.name": customer || (row.address ?? ""),
      "customer.firstName": firstName(customer),
      "customer.organization": row.organization ?? "",
      "ticket.number": String(number),
      "ticket.subject": row.subject,
      "queue.name": row.queue,
      "agent.name": row.agent,
      "agent.firstName": firstName(row.agent),
      "company.name": company,
    },
  };
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? "";
