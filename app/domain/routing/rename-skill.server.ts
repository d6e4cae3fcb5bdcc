import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** Gives a skill another name; whoever has it, keeps it. */
export async function renameSkill(ctx: Ctx, skillId: string, name: string): Promise<void> {
  assertAdministers(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    // Names change one after the other, so that two cannot take the same.
    await ctx.db.$executeRaw`lock table skill in share row exclusive mode`;
    const named = await ctx.db.skill.findMany({ where: { OR: [{ id: skillId }, { name }] }, select: { id: true } });
    if (!named.some(({ id }) => id === skillId)) throw notFound();
    if (named.length > 1) throw invalid("common:error.checkFields", { name: "agents:error.skillName" });
    await ctx.db.skill.updateMany({ where: { id: skillId }, data: { name } });
    await recordEvent(ctx, "skill.renamed", {}, { skillId });
  });
}
