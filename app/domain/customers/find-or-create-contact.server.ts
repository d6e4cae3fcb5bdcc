import { domainOf, normaliseAddress } from "~/domain/identity/address";
import { isStaff } from "~/domain/identity/session-person";
import "~/domain/identity/events";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx, Locale } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";

type ContactInput = { address: string; name?: string | null; locale?: Locale | null };
type FoundContact = { personId: string; organizationId: string | null; created: boolean };

const MAX_NAME = 120;

/**
 * The person behind an address, made with a contact and without a credential when unknown; staff are returned as they
 * are. A known person's name is filled in only where none but the address was known. Of several at once, one creates.
 */
export async function findOrCreateContact(ctx: Ctx, input: ContactInput): Promise<FoundContact> {
  const address = normaliseAddress(input.address);
  if (!address) throw invalid("common:error.email");
  const name = cleanName(input.name);
  return inTransaction(ctx, async (ctx) => {
    const personId = (await findPerson(ctx, address)) ?? (await createPerson(ctx, address, name, input.locale ?? null));
    if (personId) return completeContact(ctx, personId, address, name);
    // Somebody else's transaction made the address and has committed: it is visible now.
    return completeContact(ctx, (await findPerson(ctx, address))!, address, name);
  });
}

/** One line, without control characters; never longer than the column is meant for. */
function cleanName(name: string | null | undefined): string {
  return (name ?? "")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}

async function findPerson(ctx: Ctx, address: string): Promise<string | null> {
  const row = await ctx.db.emailAddress.findUnique({ where: { address }, select: { personId: true } });
  return row?.personId ?? null;
}

/** Null when another transaction was first; then nothing is left behind. */
async function createPerson(ctx: Ctx, address: string, name: string, locale: Locale | null): Promise<string | null> {
  const personId = newId(ctx.now.getTime());
  await ctx.db.person.create({ data: { id: personId, name: name || address, locale, createdAt: ctx.now } });
  const own = await ctx.db.emailAddress.createManyAndReturn({
    data: [{ id: newId(ctx.now.getTime()), personId, address, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (own.length) {
    await recordEvent(ctx, "person.created", { personId }, { role: "customer" });
    return personId;
  }
  await ctx.db.person.delete({ where: { id: personId } });
  return null;
}

async function completeContact(ctx: Ctx, personId: string, address: string, name: string): Promise<FoundContact> {
  const person = await ctx.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, role: true, createdAt: true, contact: { select: { organizationId: true } } },
  });
  if (isStaff(person.role)) return { personId, organizationId: null, created: false };
  if (name && (person.name === "" || person.name.toLowerCase() === address))
    await ctx.db.person.update({ where: { id: personId }, data: { name } });
  if (person.contact) return { personId, organizationId: person.contact.organizationId, created: false };
  return { personId, organizationId: await joinOrganization(ctx, personId, address), created: true };
}

/** The organization is the one whose domain the address has, if any. */
async function joinOrganization(ctx: Ctx, personId: string, address: string): Promise<string | null> {
  const organization = await ctx.db.organization.findUnique({
    where: { domain: domainOf(address) },
    select: { id: true },
  });
  const organizationId = organization?.id ?? null;
  await ctx.db.contact.createMany({ data: [{ personId, organizationId }], skipDuplicates: true });
  return organizationId;
}
