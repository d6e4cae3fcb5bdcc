import type { Ctx, Role } from "~/platform/ctx.server";
import { normaliseAddress } from "./address";

export type FoundPerson = {
  id: string;
  name: string;
  role: Role;
  locale: string | null;
  verified: boolean;
  deactivated: boolean;
};

/** Who has an address, written in whatever way; null when nobody has. */
export async function findPersonByAddress(ctx: Ctx, raw: string): Promise<FoundPerson | null> {
  const address = normaliseAddress(raw);
  if (!address) return null;
  const row = await ctx.db.emailAddress.findUnique({
    where: { address },
    select: {
      verifiedAt: true,
      person: { select: { id: true, name: true, role: true, locale: true, deactivatedAt: true } },
    },
  });
  if (!row) return null;
  const { deactivatedAt, ...person } = row.person;
  return { ...person, verified: row.verifiedAt !== null, deactivated: deactivatedAt !== null };
}
