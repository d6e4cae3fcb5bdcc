import { notFound } from "~/lib/errors";
import type { Ctx, Role } from "~/platform/ctx.server";

export type Account = {
  id: string;
  name: string;
  role: Role;
  locale: string | null;
  timeZone: string | null;
  theme: string | null;
  shortcuts: boolean;
  signature: string;
  hasPassword: boolean;
  passwordChangedAt: Date | null;
  addresses: { id: string; address: string; primary: boolean; verified: boolean }[];
};

/** What a person sees and changes of the own account; the main address first. */
export async function getAccount(ctx: Ctx, personId: string): Promise<Account> {
  const person = await ctx.db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      role: true,
      locale: true,
      timeZone: true,
      theme: true,
      shortcuts: true,
      signature: true,
      credential: { select: { changedAt: true } },
      addresses: {
        select: { id: true, address: true, primary: true, verifiedAt: true },
        orderBy: [{ primary: "desc" }, { createdAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!person) throw notFound();
  const { credential, addresses, ...facts } = person;
  return {
    ...facts,
    hasPassword: credential !== null,
    passwordChangedAt: credential?.changedAt ?? null,
    addresses: addresses.map(({ verifiedAt, ...address }) => ({ ...address, verified: verifiedAt !== null })),
  };
}
