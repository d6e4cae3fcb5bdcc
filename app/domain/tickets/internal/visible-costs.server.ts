import type { PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * Whether the actor may know what the time of that person costs: one's own, that of the members of a team in use that one
 * leads, and for administrators everybody's. A cost and its length tell the hourly rate.
 */
export const visibleCost = (actor: PersonActor, person: Prisma.Sql): Prisma.Sql =>
  actor.role === "administrator"
    ? Prisma.sql`true`
    : Prisma.sql`(${person} = ${actor.personId}::uuid or exists (
        select from team_member led join team on team.id = led.team_id
        where led.person_id = ${person} and team.lead_id = ${actor.personId}::uuid and team.archived_at is null))`;
