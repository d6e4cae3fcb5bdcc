import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { isStaff } from "~/domain/identity/session-person";
import type { Ctx, Role } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type MailRuleFacts, mailRuleFacts } from "./rules/newest-mail-rules.server";

type Address = { address: string; name: string };

/** RFC 2606: an address that can never exist, for mail that names nobody. */
const NOBODY = { address: "nobody@unknown.invalid", name: "" };

/** Someone in a mail, as we know them; `locale` is what they chose themselves. */
export type Correspondent = { personId: string; locale: string | null };

/** Who has sent a mail. `known` is null for an address that nobody has. */
export type Sender = Address & {
  known: (Correspondent & { staff: boolean; deactivated: boolean; settled: boolean }) | null;
};

/** The persons behind addresses in normal form, by address; those whom nobody knows are made, in one order for all. */
export async function findCorrespondents(ctx: Ctx, addresses: readonly Address[]): Promise<Map<string, Correspondent>> {
  const found = new Map<string, Correspondent>();
  for (const row of await findKnown(ctx, addresses)) if (isSettled(row, addresses)) found.set(row.address, row);
  for (const { address, name } of addresses.toSorted((a, b) => (a.address < b.address ? -1 : 1))) {
    if (found.has(address)) continue;
    const { personId } = await findOrCreateContact(ctx, { address, name });
    found.set(address, { personId, locale: null });
  }
  return found;
}

/**
 * Who sent a mail, without making anybody; a placeholder whom no mail reaches when it says nothing of its sender. The
 * same statement reads what the newest rules of the mailroom are.
 */
export async function lookUpSender(
  ctx: Ctx,
  sender: Address | null,
): Promise<{ sender: Sender; rules: MailRuleFacts | null }> {
  const address = sender ?? NOBODY;
  const rows = await ctx.db.$queryRaw<(Partial<Known> & { rules: MailRuleFacts | null })[]>(
    prepared(Prisma.sql`
    select k.*, ${mailRuleFacts()} as rules from (values (1)) one(n)
    left join lateral (${knownAmong([address.address])}) k on true`),
  );
  const { rules = null, ...row } = rows[0] ?? {};
  if (!isKnown(row)) return { sender: { ...address, known: null }, rules };
  const { personId, locale, role, deactivated } = row;
  const known = { personId, locale, staff: isStaff(role), deactivated, settled: isSettled(row, [address]) };
  return { sender: { ...address, known }, rules };
}

/** The sender as a person with a contact and a name: made or completed where needed. */
export async function settleSender(ctx: Ctx, { known, address, name }: Sender): Promise<Correspondent> {
  if (known?.settled) return known;
  const { personId } = await findOrCreateContact(ctx, { address, name });
  return { personId, locale: known?.locale ?? null };
}

type Known = Correspondent & { address: string; role: Role; deactivated: boolean; contact: boolean; named: boolean };

const isKnown = (row: Partial<Known>): row is Known => typeof row.personId === "string";

/** Needs nothing more: staff, and persons with a contact and a name. */
function isSettled({ address, role, contact, named }: Known, mentioned: readonly Address[]): boolean {
  if (isStaff(role)) return true;
  return contact && (named || !mentioned.find((one) => one.address === address)?.name);
}

const findKnown = (ctx: Ctx, addresses: readonly Address[]): Promise<Known[]> =>
  ctx.db.$queryRaw<Known[]>(knownAmong(addresses.map(({ address }) => address)));

const knownAmong = (addresses: readonly string[]): Prisma.Sql => Prisma.sql`
  select e.address, e.person_id::text as "personId", p.locale, p.role::text as role,
    p.deactivated_at is not null as deactivated, p.name <> '' and lower(p.name) <> e.address as named,
    exists (select 1 from contact c where c.person_id = p.id) as contact
  from email_address e join person p on p.id = e.person_id
  where e.address = any(${[...addresses]}::text[])`;
