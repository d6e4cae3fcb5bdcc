import { findEarlierNotices } from "~/domain/mail/find-earlier-notices.server";
import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { type AgentToTell, listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";
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
  await inTransaction(ctx, async (ctx) => {
    await mark(
      ctx,
      eventId,
      news,
      people.filter(({ screen }) => screen),
    );
    const mailed = people.filter(({ mail }) => mail);
    const ids = mailed.map(({ personId }) => personId);
    const earlier = await findEarlierNotices(ctx, news.ticketId, ids);
    for (const person of mailed) await write(ctx, eventId, news, facts, person, earlier.get(person.personId) ?? []);
  });
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

async function mark(ctx: Ctx, eventId: string, { kind, ticketId, at }: News, people: AgentToTell[]): Promise<void> {
  if (!people.length) return;
  await ctx.db.notification.createMany({
    data: people.map(({ personId }) => ({ id: newId(at.getTime()), personId, kind, ticketId, eventId, at })),
    skipDuplicates: true,
  });
  touch(ctx, ...people.map(({ personId }) => `person:${personId}`));
}

/** `earlier` are the notices of the ticket that the agent has: the mail program shows them as one conversation. */
async function write(
  ctx: Ctx,
  eventId: string,
  news: News,
  facts: Facts,
  person: AgentToTell,
  earlier: string[],
): Promise<void> {
  if (!person.address) return;
  const { number, subject, actor } = facts;
  const text = facts.text.length > MAX_TEXT ? `${facts.text.slice(0, MAX_TEXT)}…` : facts.text;
  await queueMail(ctx, {
    id: mailIdFor(eventId, `agent-notice:${person.personId}`),
    template: "agent-notice",
    props: { kind: news.kind, number, subject, actor, text, url: `${config().baseUrl}/desk/tickets/${number}` },
    locale: person.locale ?? "en",
    to: { address: person.address, name: person.name, personId: person.personId },
    from: facts.queueAddress ? { address: facts.queueAddress, name: facts.queue } : null,
    threadId: news.ticketId,
    inReplyTo: earlier.at(-1) ?? null,
    references: earlier,
    autoSubmitted: "auto-generated",
  });
}
