import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type OrganizationSuggestion = { id: string; name: string };

/** The first twenty organizations with these letters in their name or domain, by name, for staff. */
export async function suggestOrganizations(ctx: Ctx, typed: string): Promise<OrganizationSuggestion[]> {
  if (ctx.actor.kind !== "person" || !isStaff(ctx.actor.role)) throw forbidden();
  const like = `%${typed
    .trim()
    .replaceAll("\0", "")
    .replace(/[\\%_]/g, "\\$&")}%`;
  return ctx.db.$queryRaw<OrganizationSuggestion[]>`
    select o.id::text as id, o.name from organization o
    where o.name ilike ${like} or o.domain ilike ${like} order by o.name, o.id limit 20`;
}
