import { isStaff } from "~/domain/identity/session-person";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/** Who may read which news once it is out: a condition on the rows `n`. Nobody sees it before its time, nor deleted. */
export function visibleNews({ actor, now }: Ctx): Prisma.Sql {
  const out = Prisma.sql`n.deleted_at is null and n.published_at <= ${now}`;
  if (actor.kind === "anonymous") return Prisma.sql`(${out} and n.audience = 'public')`;
  if (actor.kind !== "person" || isStaff(actor.role)) return Prisma.sql`(${out})`;
  return Prisma.sql`(${out} and (n.audience in ('public', 'customers') or (n.audience = 'organizations'
    and exists (
      select from news_organization no join contact co on co.organization_id = no.organization_id
      where no.news_id = n.id and co.person_id = ${actor.personId}::uuid))))`;
}
