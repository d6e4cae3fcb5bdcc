import { followTeam } from "~/domain/identity/follow-team.server";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

/** Holds the team of a queue's form as it is until the transaction ends; one that is not on offer is refused. */
export async function checkQueueTeam(ctx: Ctx, teamId: string | null): Promise<void> {
  if (teamId === null) return;
  const [team] = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
    select archived_at as "archivedAt" from team where id = ${teamId}::uuid for share`;
  if (!team || team.archivedAt) throw invalid("common:error.checkFields", { teamId: "agents:error.noTeam" });
}

/** The queue has the members of its team now, beside those put there by hand; those of the team before go. */
export async function followQueueTeam(ctx: Ctx, queueId: string, teamId: string | null): Promise<void> {
  if (teamId) await followTeam(ctx, teamId);
  else await ctx.db.queueMember.deleteMany({ where: { queueId, viaTeam: true } });
}
