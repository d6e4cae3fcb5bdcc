import { applyRules, type RoutedTicket } from "~/domain/routing/apply-rules";
import { readyRules, type RuleFacts, ruleFacts } from "~/domain/routing/newest-rules.server";
import type { KeptByHand } from "~/domain/routing/trace";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { LockedTicket } from "./locked-ticket.server";
import { keptAtOpening, type PastRow, pastFacts, readPast } from "./read-replay-tickets.server";

/**
 * What the newest rules make of a ticket that is there; null while there are none. They ask where it arrived and what it
 * said then, but what it is about, and the time, as of now. Queue and priority that a person chose last, when it was
 * opened or since, stay; others are decided anew, also where an escalation moved or raised it.
 */
export async function applyRulesAgain(ctx: Ctx, ticket: LockedTicket): Promise<RoutedTicket | null> {
  const [{ rules }] = await ctx.db.$queryRaw<[{ rules: RuleFacts | null }]>(Prisma.sql`select ${ruleFacts()} as rules`);
  if (!rules) return null;
  const { set, alive, openCalendarIds } = await readyRules(ctx, rules);
  const [past] = await readPast(ctx, Prisma.sql`select * from ticket where id = ${ticket.id}::uuid`);
  if (!past) throw new Error("a locked ticket is there");
  const since = await readChoices(ctx, ticket.id, past);
  const kept = (["queue", "priority"] as const).filter((what) => since[what] ?? keptAtOpening(past).includes(what));
  const { queue, priority, address } = past.trace?.facts ?? {};
  const facts = {
    ...pastFacts({ ...past, firstSubject: ticket.subject }, openCalendarIds),
    ...(address ? { address } : {}),
    ...(typeof queue === "string" ? { queue } : {}),
    ...(priority ? { priority: priority as LockedTicket["priority"] } : {}),
  };
  if (kept.includes("queue") || !since.arrivalInUse) facts.queue = ticket.queueId;
  if (kept.includes("priority")) facts.priority = ticket.priority;
  return applyRules(set, facts, alive, kept);
}

/** Whether who chose last since was a person, not an escalation; null when nobody did. A change that was taken back is none. */
type Choices = Record<KeptByHand, boolean | null> & {
  /** The queue where it arrived is not archived. */
  arrivalInUse: boolean;
};

async function readChoices(ctx: Ctx, ticketId: string, past: PastRow): Promise<Choices> {
  const arrival = past.trace?.facts.queue ?? past.firstQueueId;
  const chosen = (field: KeptByHand) => Prisma.sql`(
    select e.actor_kind = 'person' from event e where e.ticket_id = ${ticketId}::uuid and e.type = 'ticket.changed'
      and e.data ->> 'field' = ${field} and e.actor_kind <> 'system' and e.data ->> 'undoneEventId' is null
      and not exists (select from event u where u.ticket_id = e.ticket_id and u.type = 'ticket.changed'
        and u.data ->> 'undoneEventId' = e.id::text)
    order by e.id desc limit 1)`;
  const [row] = await ctx.db.$queryRaw<[Choices]>(Prisma.sql`
    select ${chosen("queue")} as queue, ${chosen("priority")} as priority,
      exists (select from queue where id = ${arrival}::uuid and archived_at is null) as "arrivalInUse"`);
  return row;
}
