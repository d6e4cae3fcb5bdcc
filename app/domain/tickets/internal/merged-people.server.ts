import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import "../events";
import type { LockedTicket } from "./locked-ticket.server";
import { addParticipants } from "./participants.server";

/** Requester and participants of a merged ticket get the target's answers, its followers the target's notices. */
export async function bringPeople(ctx: Ctx, source: LockedTicket, target: LockedTicket): Promise<void> {
  const people = await ctx.db.ticketParticipant.findMany({
    where: { ticketId: source.id, mutedAt: null },
    select: { personId: true },
  });
  await addParticipants(ctx, target.id, [source.requesterId, ...people.map(({ personId }) => personId)], {
    byMerge: true,
  });
  await ctx.db.$executeRaw`
    insert into ticket_follower (ticket_id, person_id, at, by_merge)
    select ${target.id}::uuid, person_id, ${ctx.now}, true from ticket_follower where ticket_id = ${source.id}::uuid
    on conflict do nothing`;
}

/**
 * Ends the part of those who are on a ticket only by merges that no longer stand: no ticket still merged into it has
 * them, and they have not written in it. Answers how many customers left.
 */
export async function releasePeople(ctx: Ctx, ticketId: string): Promise<number> {
  const target = Prisma.sql`${ticketId}::uuid`;
  const silent = Prisma.sql`not exists (
    select 1 from message w where w.ticket_id = p.ticket_id and w.author_id = p.person_id)`;
  const left = await ctx.db.$queryRaw<{ id: string }[]>`
    delete from ticket_participant p where p.ticket_id = ${target} and p.by_merge and ${silent}
      and not exists (select 1 from merge m join ticket s on s.id = m.from_id where m.into_id = p.ticket_id
        and (s.requester_id = p.person_id or exists (
          select 1 from ticket_participant sp where sp.ticket_id = s.id and sp.person_id = p.person_id)))
    returning p.person_id as id`;
  await ctx.db.$executeRaw`
    delete from ticket_follower p where p.ticket_id = ${target} and p.by_merge and ${silent}
      and not exists (select 1 from merge m join ticket_follower sf on sf.ticket_id = m.from_id
        where m.into_id = p.ticket_id and sf.person_id = p.person_id)`;
  for (const { id } of left) await recordEvent(ctx, "ticket.participant_removed", { ticketId }, { personId: id });
  return left.length;
}
