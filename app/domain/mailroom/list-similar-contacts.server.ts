import { isStaff } from "~/domain/identity/session-person";
import { normaliseAddress } from "~/domain/identity/address";
import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

export type SimilarContact = {
  id: string;
  name: string;
  address: string;
  organization: string | null;
  organizationId: string | null;
  /** Works here: no contact. */
  staff: boolean;
};
/** `known` is who has the address itself. */
export type SimilarContacts = { known: SimilarContact | null; similar: SimilarContact[] };

const MOST = 3;
/** Shorter local parts ("info", "hr") name nobody. */
const SHORTEST = 5;
const LAST = "\u{10FFFF}";

/** Who has this address, and customers of the same name or of the same part before the @: at most three, for staff. */
export async function listSimilarContacts(
  ctx: Ctx,
  sender: { address: string; name: string },
): Promise<SimilarContacts> {
  if (ctx.actor.kind !== "person" || !isStaff(ctx.actor.role)) throw forbidden();
  const address = normaliseAddress(sender.address) ?? sender.address.toLowerCase();
  const local = address.slice(0, Math.max(0, address.lastIndexOf("@") + 1));
  const start = local.length > SHORTEST ? local : null;
  const name = sender.name.trim();
  const rows = await ctx.db.$queryRaw<(SimilarContact & { same: boolean })[]>`
    with found as (
      select e.person_id as id from email_address e where e.address = ${address}
      union (select e.person_id from email_address e
        where ${start}::text is not null and lower(e.address) ~>=~ ${start ?? ""} and lower(e.address) ~<~ ${(start ?? "") + LAST} limit 10)
      union (select p.id from person p where ${name} <> '' and p.role = 'customer' and p.name = ${name} limit 10)
    )
    select p.id, p.name, e.address, o.name as organization, o.id as "organizationId", p.role <> 'customer' as staff, e.address = ${address} as same
    from found join person p on p.id = found.id and p.deactivated_at is null
    join lateral (select a.address from email_address a where a.person_id = p.id
      order by (a.address = ${address}) desc, a.primary desc limit 1) e on true
    left join contact c on c.person_id = p.id
    left join organization o on o.id = c.organization_id
    where p.role = 'customer' or e.address = ${address}
    order by same desc, p.name limit ${MOST + 1}`;
  const known = rows.find((row) => row.same) ?? null;
  const view = ({ id, name, address, organization, organizationId, staff }: SimilarContact) => ({
    id,
    name,
    address,
    organization,
    organizationId,
    staff,
  });
  return {
    known: known && view(known),
    similar: rows
      .filter((row) => !row.same)
      .slice(0, MOST)
      .map(view),
  };
}
