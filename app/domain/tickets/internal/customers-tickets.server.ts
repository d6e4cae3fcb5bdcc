import type { PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { PortalScope } from "../portal-views";
import { visibleTickets } from "../visible.server";

/**
 * Ids and keys (`public_at`) of a customer's tickets, as a union of first rows: asked oneself, taking part, and the
 * organization's, each by its own index. `rest` is the walk's condition, `tail` its order and limit on `t`. Visibility is
 * asked of the first rows only: each part is visible by its making, so that nothing is lost after the limit.
 */
export function customersTickets(
  actor: PersonActor,
  scope: PortalScope,
  condition: Prisma.Sql,
  rest: Prisma.Sql,
  tail: Prisma.Sql,
): Prisma.Sql {
  const first = (from: Prisma.Sql, whose: Prisma.Sql) => Prisma.sql`
    (select t.id, t.public_at as key from ${from}
    where ${whose} and ${condition} and ${rest} ${tail})`;
  const me = Prisma.sql`${actor.personId}::uuid`;
  const parts: Prisma.Sql[] = [];
  if (scope !== "organization")
    parts.push(
      first(Prisma.sql`ticket t`, Prisma.sql`t.requester_id = ${me}`),
      first(
        Prisma.sql`ticket_participant mine join ticket t on t.id = mine.ticket_id`,
        Prisma.sql`mine.person_id = ${me}`,
      ),
    );
  if (scope !== "mine" && actor.sharedOrganizationId)
    parts.push(first(Prisma.sql`ticket t`, Prisma.sql`t.organization_id = ${actor.sharedOrganizationId}::uuid`));
  if (!parts.length) return Prisma.sql`select null::uuid as id, null::timestamptz as key where false`;
  return Prisma.sql`
    select firsts.id, firsts.key from (${Prisma.join(parts, " union ")}) firsts
    join ticket t on t.id = firsts.id where ${visibleTickets(actor)}`;
}
