import { domainOf, normaliseAddress } from "~/domain/identity/address";
import { findOrCreatePerson } from "~/domain/identity/find-or-create-person.server";
import { isStaff } from "~/domain/identity/session-person";
import { invalid } from "~/lib/errors";
import type { Ctx, Locale } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { markChanged } from "~/platform/search-changes.server";
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
  if (!address) throw invalid("common:error.email", { email: "common:error.email" });
  const name = cleanName(input.name);
  return inTransaction(ctx, async (ctx) => {
    const { personId, created } = await findOrCreatePerson(ctx, { address, name, locale: input.locale ?? null });
    if (created) return { personId, ...(await createContact(ctx, personId, address)) };
    const person = await ctx.db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, role: true, contact: { select: { organizationId: true } } },
    });
    if (isStaff(person.role)) return { personId, organizationId: null, created: false };
    if (name && (person.name === "" || person.name.toLowerCase() === address)) {
      await ctx.db.person.update({ where: { id: personId }, data: { name } });
      markChanged(ctx, "contact", personId);
    }
    if (person.contact) return { personId, organizationId: person.contact.organizationId, created: false };
    return { personId, ...(await createContact(ctx, personId, address)) };
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

/** The organization is the one whose domain the address has, if any. */
async function createContact(ctx: Ctx, personId: string, address: string) {
  markChanged(ctx, "contact", personId);
  const [made] = await ctx.db.$queryRaw<{ organizationId: string | null; created: boolean }[]>(
    prepared(Prisma.sql`
    with home as (select (select id from organization where domain = ${domainOf(address)}) as id), made as (
      insert into contact (person_id, organization_id) select ${personId}::uuid, id from home
      on conflict (person_id) do nothing returning person_id
    )
    select home.id::text as "organizationId", exists (select 1 from made) as created from home`),
  );
  return made!;
}
