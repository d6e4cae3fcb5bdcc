import { isStaff } from "~/domain/identity/session-person";
import type { Actor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * Who may read which article once it is published: a condition on the rows `a`. Public ones everybody, `customers`
 * whoever is signed in, `organizations` the members of the article's organizations, `agents` staff. Staff and the
 * product itself see all; deleted ones nobody.
 */
export function visibleArticles(actor: Actor): Prisma.Sql {
  if (actor.kind === "anonymous") return Prisma.sql`(a.deleted_at is null and a.audience = 'public')`;
  if (actor.kind !== "person" || isStaff(actor.role)) return Prisma.sql`(a.deleted_at is null)`;
  return Prisma.sql`(a.deleted_at is null and (a.audience in ('public', 'customers') or (a.audience = 'organizations'
    and exists (
      select from article_organization ao join contact co on co.organization_id = ao.organization_id
      where ao.article_id = a.id and co.person_id = ${actor.personId}::uuid))))`;
}
