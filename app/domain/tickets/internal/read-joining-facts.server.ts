import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { LockedTicket } from "./locked-ticket.server";

export type JoiningFacts = {
  /** Requester or participant already. */
  takesPart: boolean;
  /** Somebody else reads the conversation by mail. */
  others: boolean;
  repeat: { ticketId: string; number: number; messageId: string; authorId: string | null } | null;
};

type Wanted = { authorId: string; messageId?: string | null; inboundId?: string | null };

/** What a customer's message needs to know, read after the lock; null when there is no such author. */
export async function readJoiningFacts(
  ctx: Ctx,
  ticket: LockedTicket,
  { authorId, messageId, inboundId }: Wanted,
): Promise<JoiningFacts | null> {
  const [row] = await ctx.db.$queryRaw<JoiningFacts[]>(
    prepared(Prisma.sql`
    select
      p.id = ${ticket.requesterId}::uuid or exists (select 1 from ticket_participant tp
        where tp.ticket_id = ${ticket.id}::uuid and tp.person_id = p.id) as "takesPart",
      p.id <> ${ticket.requesterId}::uuid or exists (select 1 from ticket_participant tp
        where tp.ticket_id = ${ticket.id}::uuid and tp.person_id <> p.id and tp.muted_at is null) as others,
      r.repeat
    from person p
    left join lateral (
      select json_build_object('ticketId', t.id, 'number', t.number, 'messageId', m.id, 'authorId', m.author_id) as repeat
      from message m join ticket t on t.id = m.ticket_id
      where m.id = ${messageId ?? null}::uuid or m.inbound_id = ${inboundId ?? null}::uuid limit 1
    ) r on true
    where p.id = ${authorId}::uuid`),
  );
  return row ?? null;
}
