import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

/** A ticket that somebody named, and whether the person takes part in it. */
export type Participation = { ticketId: string; number: number; takesPart: boolean };

/**
 * Of the tickets with these ids or this number those that exist, in no order. Parts are taken by the requester, by
 * participants, and by customers whose sharing shows them the organization's tickets; by nobody when `personId` is null.
 */
export async function findParticipation(
  ctx: Ctx,
  personId: string | null,
  named: { ticketIds: readonly string[]; number: number | null },
): Promise<Participation[]> {
  if (!named.ticketIds.length && named.number === null) return [];
  return ctx.db.$queryRaw<Participation[]>(
    prepared(Prisma.sql`
    select t.id::text as "ticketId", t.number, coalesce(
      t.requester_id = ${personId}::uuid
      or exists (select 1 from ticket_participant tp where tp.ticket_id = t.id and tp.person_id = ${personId}::uuid)
      or exists (
        select 1 from contact c join organization o on o.id = c.organization_id
        where c.person_id = ${personId}::uuid and o.id = t.organization_id
          and coalesce(c.sharing, o.sharing) = 'organization'
      ), false) as "takesPart"
    from ticket t
    where t.id = any(${[...named.ticketIds]}::uuid[]) or t.number = ${named.number}::int`),
  );
}
