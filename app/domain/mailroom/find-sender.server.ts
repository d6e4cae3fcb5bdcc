import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import type { Ctx } from "~/platform/ctx.server";

type Address = { address: string; name: string };

/** RFC 2606: an address that can never exist, for mail that names nobody. */
const NOBODY = { address: "nobody@unknown.invalid", name: "" };

/** The persons behind addresses in normal form, by address; those whom nobody knows are made, in one order for all. */
export async function findCorrespondents(ctx: Ctx, addresses: readonly Address[]): Promise<Map<string, string>> {
  const found = await findKnown(ctx, addresses);
  for (const { address, name } of addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    if (!found.has(address)) found.set(address, (await findOrCreateContact(ctx, { address, name })).personId);
  }
  return found;
}

/** The person who sent a mail; a placeholder whom no mail reaches when it says nothing of its sender. */
export async function findSender(ctx: Ctx, sender: Address | null): Promise<{ address: string; personId: string }> {
  const known = sender ?? NOBODY;
  const people = await findCorrespondents(ctx, [known]);
  return { address: known.address, personId: people.get(known.address)! };
}

/** One query for all who need nothing more: staff, and persons with a contact and a name. */
async function findKnown(ctx: Ctx, addresses: readonly Address[]): Promise<Map<string, string>> {
  const rows = await ctx.db.$queryRaw<{ address: string; personId: string; named: boolean }[]>`
    select e.address, e.person_id::text as "personId", p.name <> '' and lower(p.name) <> e.address as named
    from email_address e join person p on p.id = e.person_id
    where e.address = any(${addresses.map(({ address }) => address)}::text[])
      and (p.role <> 'customer' or exists (select 1 from contact c where c.person_id = p.id))`;
  const names = new Map(addresses.map(({ address, name }) => [address, name]));
  const settled = rows.filter((row) => row.named || !names.get(row.address));
  return new Map(settled.map((row) => [row.address, row.personId]));
}
