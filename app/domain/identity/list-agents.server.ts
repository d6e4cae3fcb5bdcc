import type { Ctx, Role } from "~/platform/ctx.server";

export type AgentRow = { id: string; name: string; role: Role; queueIds: string[] };

/** Active staff by name, for the choice of an assignee. */
export async function listAgents(ctx: Ctx): Promise<AgentRow[]> {
  const rows = await ctx.db.person.findMany({
    where: { role: { not: "customer" }, deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true, memberships: { select: { queueId: true } } },
  });
  return rows.map(({ memberships, ...row }) => ({ ...row, queueIds: memberships.map(({ queueId }) => queueId) }));
}
