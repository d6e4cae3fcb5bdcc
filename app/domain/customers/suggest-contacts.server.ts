import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type ContactSuggestion = { address: string; name: string; organization: string | null };

const SHORTEST = 2;
/** Above every character in byte order, so that all beginnings end before it. */
const LAST = "\u{10FFFF}";

/**
 * The first eight customers whose address begins with the text, for staff who type one; none for a single letter. Reads
 * a range of the index `email_address_prefix`, which compares bytes.
 */
export async function suggestContacts(ctx: Ctx, typed: string): Promise<ContactSuggestion[]> {
  if (ctx.actor.kind !== "person" || !isStaff(ctx.actor.role)) throw forbidden();
  const start = typed.trim().toLowerCase();
  if (start.length < SHORTEST || start.includes("\0")) return [];
  return ctx.db.$queryRaw<ContactSuggestion[]>`
    select e.address, p.name, o.name as organization
    from email_address e
    join person p on p.id = e.person_id and p.role = 'customer' and p.deactivated_at is null
    left join contact c on c.person_id = p.id
    left join organization o on o.id = c.organization_id
    where lower(e.address) ~>=~ ${start} and lower(e.address) ~<~ ${start + LAST}
    order by lower(e.address) using ~<~ limit 8`;
}
