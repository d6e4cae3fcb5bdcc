import type { Ctx, PersonActor } from "~/platform/ctx.server";

/** The agent behind a private filing address, as who acts, with every address of theirs in normal form. */
export type FilingAgent = { actor: PersonActor; name: string; addresses: string[] };

/** Whose filing key it is, of those who work here; null for a key that nobody has, or has no more. */
export async function findFilingAgent(ctx: Ctx, key: string): Promise<FilingAgent | null> {
  const [row] = await ctx.db.$queryRaw<(Omit<PersonActor, "kind"> & { name: string; addresses: string[] })[]>`
    select p.id::text as "personId", p.role::text as role, p.name,
      array(select m.queue_id::text from queue_member m where m.person_id = p.id) as "queueIds",
      array(select e.address from email_address e where e.person_id = p.id and e.verified_at is not null) as addresses
    from agent_profile a join person p on p.id = a.person_id
    where a.filing_key = ${key.toLowerCase()} and p.deactivated_at is null and p.role <> 'customer'`;
  if (!row) return null;
  const { personId, role, queueIds, name, addresses } = row;
  return { actor: { kind: "person", personId, role, queueIds, sharedOrganizationId: null }, name, addresses };
}
