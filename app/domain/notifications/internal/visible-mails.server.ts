import { visibleTickets } from "~/domain/tickets/visible.server";
import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * Who may read which outgoing mail `o`, whose ticket, if any, is `t`: staff those of tickets they see and their own, so
 * never the links by which somebody else signs in; administrators all.
 */
export function visibleMails(actor: Actor): Prisma.Sql {
  if (actor.kind !== "person" || actor.role === "customer") throw forbidden();
  const tickets = Prisma.sql`(t.id is not null and ${visibleTickets(actor, { deleted: "with" })})`;
  if (actor.role === "administrator") return Prisma.sql`true`;
  return Prisma.sql`(${tickets} or (o.thread_id is null and o.person_id = ${actor.personId}::uuid))`;
}
