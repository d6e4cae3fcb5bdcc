import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { assertManagesPeople } from "./policy";
import type { StaffRole } from "./schema";

export type Member = {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  queueIds: string[];
  deactivatedAt: Date | null;
};

/** One colleague, for an administrator. */
export async function getMember(ctx: Ctx, personId: string): Promise<Member> {
  assertManagesPeople(ctx.actor);
  const person = await ctx.db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      role: true,
      deactivatedAt: true,
      addresses: { where: { primary: true }, select: { address: true } },
      memberships: { select: { queueId: true } },
    },
  });
  if (!person || person.role === "customer") throw notFound();
  const { addresses, memberships, role, ...facts } = person;
  return { ...facts, role, email: addresses[0]?.address ?? "", queueIds: memberships.map(({ queueId }) => queueId) };
}
