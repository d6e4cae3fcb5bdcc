import { newId } from "~/lib/id";
import { type ActorKind, Prisma } from "~/generated/prisma/client";
import { actorPersonId, type Ctx, type Pending } from "./ctx.server";
import { addJob } from "./jobs.server";
import { prepared } from "./prepared.server";

/** Event name -> its data: ids and codes only. Each domain adds its own in `events.ts` by declaration merging. */
export interface EventData {}

export type EventName = keyof EventData & string;
export type EventSubject = { ticketId?: string; personId?: string };

/** One fact as listeners and time lines read it. */
export type RecordedEvent<N extends EventName = EventName> = {
  id: string;
  type: N;
  at: Date;
  actorKind: ActorKind;
  actorId: string | null;
  ticketId: string | null;
  personId: string | null;
  data: EventData[N];
};

/** Writes the fact into the running transaction; its listeners' job is enqueued when the transaction ends. */
export async function recordEvent<N extends EventName>(
  ctx: Ctx,
  type: N,
  subject: EventSubject,
  data: EventData[N],
): Promise<string> {
  if (!ctx.pending) throw new Error(`event ${type} recorded outside a transaction`);
  const id = numbered(newId(ctx.now.getTime()), ctx.pending.eventIds.length);
  const actorId = ctx.actor.kind === "rule" ? ctx.actor.id : actorPersonId(ctx);
  await ctx.db.$executeRaw(
    prepared(Prisma.sql`
    insert into event (id, type, at, actor_kind, actor_id, ticket_id, person_id, data)
    values (${id}::uuid, ${type}, ${ctx.now}, ${ctx.actor.kind}::actor_kind, ${actorId}::uuid,
      ${subject.ticketId ?? null}::uuid, ${subject.personId ?? null}::uuid, ${JSON.stringify(data)}::jsonb)`),
  );
  ctx.pending.eventIds.push(id);
  if (subject.ticketId) noteTicket(ctx.pending, subject.ticketId);
  return id;
}

/** The same as `recordEvent` for many tickets, in one statement; gives the ids in the order of the facts. */
export async function recordTicketEvents<N extends EventName>(
  ctx: Ctx,
  type: N,
  facts: readonly { ticketId: string; data: EventData[N] }[],
): Promise<string[]> {
  const { pending } = ctx;
  if (!pending) throw new Error(`event ${type} recorded outside a transaction`);
  const rows = facts.map(({ ticketId, data }, i) => ({
    id: numbered(newId(ctx.now.getTime()), pending.eventIds.length + i),
    type,
    at: ctx.now,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === "rule" ? ctx.actor.id : actorPersonId(ctx),
    ticketId,
    personId: null,
    data: data as object,
  }));
  if (rows.length) await ctx.db.event.createMany({ data: rows });
  for (const { id, ticketId } of rows) {
    pending.eventIds.push(id);
    noteTicket(pending, ticketId);
  }
  return rows.map(({ id }) => id);
}

/** Whoever looks at the ticket is told, and the search index reads it again. */
function noteTicket({ topics, changed }: Pending, ticketId: string): void {
  topics.add(`ticket:${ticketId}`);
  changed.add(`ticket:${ticketId}`);
}

/** Counts in the 12 bits after the version (RFC 9562, 6.2), so that facts of one transaction sort as they were recorded. */
const numbered = (id: string, count: number): string =>
  `${id.slice(0, 15)}${Math.min(count, 0xfff).toString(16).padStart(3, "0")}${id.slice(18)}`;

/** The call that enqueues the one job for what was recorded; null when nothing was. */
export const jobForEvents = ({ eventIds }: { eventIds: string[] }): Prisma.Sql | null =>
  eventIds.length ? addJob("events.dispatch", { eventIds }) : null;
