import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";
import { tellAgents } from "./internal/tell-agents.server";
import type { AgentKind } from "./preference-kinds";

const MAX_TEXT = 1_000;

/**
 * Unread marks and mails for an assignment, a mention or a customer's message, as each agent's switches say; never to
 * who did it, nothing for automatic mail. A rerun adds nothing: one mark per person, event and kind.
 */
export async function notifyAgents(ctx: Ctx, eventId: string): Promise<void> {
  const news = await readNews(ctx, eventId);
  if (!news) return;
  const people = await listRecipients(ctx, news.personIds, news.actorId, news.kind);
  if (!people.length) return;
  const facts = await readFacts(ctx, news);
  if (!facts) return;
  const { kind, ticketId, at } = news;
  const { number, subject, actor } = facts;
  const text = facts.text.length > MAX_TEXT ? `${facts.text.slice(0, MAX_TEXT)}…` : facts.text;
  const props = { kind, number, subject, actor, text, url: `${config().baseUrl}/desk/tickets/${number}` };
  const from = facts.queueAddress ? { address: facts.queueAddress, name: facts.queue } : null;
  await tellAgents(ctx, eventId, { kind, at, props, ticket: { id: ticketId, from } }, people);
}

type News = {
  kind: Exclude<AgentKind, "escalated" | "contract" | "mail_held">;
  ticketId: string;
  messageId: string | null;
  actorId: string | null;
  at: Date;
  personIds: string[];
};

async function readNews(ctx: Ctx, eventId: string): Promise<News | null> {
  const event = await readEvent(ctx, eventId);
  if (!event?.ticketId) return null;
  const { ticketId, actorId, at } = event;
  if (event.type === "ticket.assigned")
    return {
      kind: "assigned",
      ticketId,
      actorId,
      at,
      messageId: null,
      personIds: event.data.to ? [event.data.to] : [],
    };
  if (event.type === "ticket.noted") {
    const { messageId, mentions } = event.data;
    return { kind: "mentioned", ticketId, actorId, at, messageId, personIds: mentions };
  }
  if (event.type !== "ticket.customer_replied" || event.data.automatic) return null;
  const { messageId } = event.data;
  return { kind: "customer_replied", ticketId, actorId, at, messageId, personIds: await listFollowing(ctx, ticketId) };
}

/** The assignee, and who follows the ticket. */
async function listFollowing(ctx: Ctx, ticketId: string): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    select assignee_id as id from ticket where id = ${ticketId}::uuid and assignee_id is not null
    union select person_id from ticket_follower where ticket_id = ${ticketId}::uuid`;
  return rows.map(({ id }) => id);
}

type Facts = {
  number: number;
  subject: string;
  queue: string;
  queueAddress: string | null;
  actor: string;
  text: string;
};

async function readFacts(ctx: Ctx, { ticketId, messageId, actorId }: News): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select t.number, t.subject, q.name as queue, a.address as "queueAddress", coalesce(m.text, '') as text,
      coalesce(author.name, actor.name, '') as actor
    from ticket t
    join queue q on q.id = t.queue_id
    left join queue_address a on a.queue_id = q.id and a."primary"
    left join message m on m.id = ${messageId}::uuid
    left join person author on author.id = m.author_id
    left join person actor on actor.id = ${actorId}::uuid
    where t.id = ${ticketId}::uuid and t.deleted_at is null`;
  return row ?? null;
}
