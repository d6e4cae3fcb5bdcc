import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import type { Ctx } from "~/platform/ctx.server";

type Address = { address: string; name: string };

/** RFC 2606: an address that can never exist, for mail that names nobody. */
const NOBODY = { address: "nobody@unknown.invalid", name: "" };

/** Someone in a mail, as we know them; `locale` is what they chose themselves. */
type Correspondent = { personId: string; locale: string | null };

/** The persons behind addresses in normal form, by address; those whom nobody knows are made, in one order for all. */
export async function findCorrespondents(ctx: Ctx, addresses: readonly Address[]): Promise<Map<string, Correspondent>> {
  const found = await findKnown(ctx, addresses);
  for (const { address, name } of addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    if (found.has(address)) continue;
    const { personId } = await findOrCreateContact(ctx, { address, name });
    found.set(address, { personId, locale: null });
  }
  return found;
}

/** The person who sent a mail; a placeholder whom no mail reaches when it says nothing of its sender. */
export async function findSender(ctx: Ctx, sender: Address | null): Promise<Correspondent & { address: string }> {
  const known = sender ?? NOBODY;
  const people = await findCorrespondents(ctx, [known]);
  return { address: known.address, ...people.get(known.address)! };
}

/** One query for all who need nothing more: staff, and persons with a contact and a name. */
async function findKnown(ctx: Ctx, addresses: readonly Address[]): Promise<Map<string, Correspondent>> {
  type Row = Correspondent & { address: string; named: boolean };
  const rows = await ctx.db.$queryRaw<Row[]>`
    select e.address, e.person_id::text as "personId", p.locale, p.name <> '' and lower(p.name) <> e.address as named
    from email_address e join person p on p.id = e.person_id
    where e.address = any(${addresses.map(({ address }) => address)}::text[])
      and (p.role <> 'customer' or exists (select 1 from contact c where c.person_id = p.id))`;
  const names = new Map(addresses.map(({ address, name }) => [address, name]));
  const settled = rows.filter((row) => row.named || !names.get(row.address));
  return new Map(settled.map(({ address, personId, locale }) => [address, { personId, locale }]));
}
