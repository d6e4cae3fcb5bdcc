import type { Ctx, Locale, PersonActor, Role } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { normaliseAddress } from "./address";
import { PERSON_FACTS, PERSON_FACTS_JOINS } from "./internal/person-facts";

type Row = {
  id: string;
  locale: Locale | null;
  role: Role;
  shared_organization_id: string | null;
  queue_ids: string[];
};

/** Whoever has the address, as the actor that a session of theirs would have; null for nobody and shut accounts. */
export async function findActorByAddress(
  ctx: Ctx,
  raw: string,
): Promise<{ actor: PersonActor; locale: Locale | null } | null> {
  const address = normaliseAddress(raw);
  if (!address) return null;
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select p.id, p.locale, ${Prisma.raw(PERSON_FACTS)}
    from email_address ea join person p on p.id = ea.person_id and p.deactivated_at is null
      ${Prisma.raw(PERSON_FACTS_JOINS)}
    where ea.address = ${address}`;
  if (!row) return null;
  const { id: personId, role, shared_organization_id: sharedOrganizationId, queue_ids: queueIds } = row;
  return { actor: { kind: "person", personId, role, sharedOrganizationId, queueIds }, locale: row.locale };
}
