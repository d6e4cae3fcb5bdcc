import type { Ctx, Role } from "~/platform/ctx.server";
import { assertManagesPeople } from "./policy";

export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  queues: { id: string; name: string }[];
  lastSeenAt: Date | null;
  deactivatedAt: Date | null;
};

/** Everybody who works or worked at the desk, active ones first, by name. */
export async function listStaff(ctx: Ctx): Promise<StaffRow[]> {
  assertManagesPeople(ctx.actor);
  const rows = await ctx.db.person.findMany({
    where: { role: { not: "customer" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      role: true,
      deactivatedAt: true,
      addresses: { where: { primary: true }, select: { address: true } },
      memberships: {
        where: { queue: { archivedAt: null } },
        select: { queue: { select: { id: true, name: true } } },
        orderBy: { queue: { position: "asc" } },
      },
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    },
  });
  return rows
    .map(({ addresses, memberships, sessions, ...row }) => ({
      ...row,
      email: addresses[0]?.address ?? "",
      queues: memberships.map(({ queue }) => queue),
      lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    }))
    .toSorted((a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null));
}
