import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertManagesPeople } from "./policy";

/** Takes a team out of every choice, or with `restore` puts it back. Its queues keep the people they have. */
export async function archiveTeam(ctx: Ctx, teamId: string, { restore = false } = {}): Promise<void> {
  assertManagesPeople(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const [team] = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
      select archived_at as "archivedAt" from team where id = ${teamId}::uuid for update`;
    if (!team) throw notFound();
    if (restore === (team.archivedAt === null)) return;
    await ctx.db.team.updateMany({ where: { id: teamId }, data: { archivedAt: restore ? null : ctx.now } });
    await recordEvent(ctx, restore ? "team.restored" : "team.archived", {}, { teamId });
  });
}
