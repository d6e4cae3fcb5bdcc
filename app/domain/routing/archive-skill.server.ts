import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** Takes a skill out of every choice, or with `restore` puts it back; agents and tickets that have it keep it. */
export async function archiveSkill(ctx: Ctx, skillId: string, { restore = false } = {}): Promise<void> {
  assertAdministers(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const [skill] = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
      select archived_at as "archivedAt" from skill where id = ${skillId}::uuid for update`;
    if (!skill) throw notFound();
    if (restore === (skill.archivedAt === null)) return;
    await ctx.db.skill.updateMany({ where: { id: skillId }, data: { archivedAt: restore ? null : ctx.now } });
    await recordEvent(ctx, restore ? "skill.restored" : "skill.archived", {}, { skillId });
  });
}
