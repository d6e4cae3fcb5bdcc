import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";

/** A new skill that agents may have and tickets may ask for. Names are unique, also among archived ones. */
export async function createSkill(ctx: Ctx, name: string): Promise<{ skillId: string }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const skillId = newId(ctx.now.getTime());
    const { count } = await ctx.db.skill.createMany({ data: [{ id: skillId, name }], skipDuplicates: true });
    if (!count) throw invalid("common:error.checkFields", { name: "agents:error.skillName" });
    await recordEvent(ctx, "skill.created", {}, { skillId });
    return { skillId };
  });
}
