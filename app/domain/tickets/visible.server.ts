import type { Actor, PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/** Deleted tickets are out of sight; staff may ask for the bin (`only`) or for both (`with`). */
export type VisibleOptions = { deleted?: "without" | "with" | "only" };

const ALL = Prisma.sql`true`;
const NONE = Prisma.sql`false`;
const KEPT = Prisma.sql`t.deleted_at is null`;

/**
 * Who sees which ticket: a condition on the ticket's row, which the statement calls `t`. Staff see what is in their
 * queues, assigned to them, followed by them, or mentions them; administrators see every queue; customers what they
 * asked or take part in (muted or not), and their organization's when it is shared with them; the product and its
 * rules all; strangers nothing. A merged ticket stays in sight.
 */
export function visibleTickets(actor: Actor, { deleted = "without" }: VisibleOptions = {}): Prisma.Sql {
  if (actor.kind === "system" || actor.kind === "rule") return ALL;
  if (actor.kind === "anonymous") return NONE;
  if (actor.role === "customer") return deleted === "only" ? NONE : Prisma.sql`(${KEPT} and ${ofCustomer(actor)})`;
  return Prisma.sql`(${DELETED[deleted]} and ${ofStaff(actor)})`;
}

const DELETED = { without: KEPT, with: ALL, only: Prisma.sql`t.deleted_at is not null` } as const;

/**
 * Who sees which message: a condition on the message's row `m` beside its ticket's row `t`. Customers see public
 * messages of tickets they see; everybody else who sees the ticket sees its notes too.
 */
export function visibleMessages(actor: Actor, options: VisibleOptions = {}): Prisma.Sql {
  const tickets = visibleTickets(actor, options);
  if (actor.kind !== "person" || actor.role !== "customer") return tickets;
  return Prisma.sql`(m.kind = 'public' and ${tickets})`;
}

function ofStaff({ role, personId, queueIds }: PersonActor): Prisma.Sql {
  if (role === "administrator") return ALL;
  return Prisma.sql`(t.queue_id = any(${queueIds}::uuid[]) or t.assignee_id = ${personId}::uuid
    or exists (select 1 from ticket_follower f where f.ticket_id = t.id and f.person_id = ${personId}::uuid)
    or exists (select 1 from mention mn join message mm on mm.id = mn.message_id
               where mn.person_id = ${personId}::uuid and mm.ticket_id = t.id))`;
}

function ofCustomer({ personId, sharedOrganizationId }: PersonActor): Prisma.Sql {
  const shared = sharedOrganizationId ? Prisma.sql`or t.organization_id = ${sharedOrganizationId}::uuid` : Prisma.empty;
  return Prisma.sql`(t.requester_id = ${personId}::uuid ${shared}
    or exists (select 1 from ticket_participant tp where tp.ticket_id = t.id and tp.person_id = ${personId}::uuid))`;
}
