import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./policy";

const MOST = 8;

/** Tags that hold the text, those that begin with it first; at most eight. All the first by name when it is empty. */
export async function suggestTags(ctx: Ctx, typed: string): Promise<string[]> {
  requireStaffActor(ctx.actor);
  const text = typed.trim().toLowerCase();
  const rows = await ctx.db.$queryRaw<{ name: string }[]>`
    select name from tag where strpos(name, ${text}) > 0
    order by name <> ${text}, strpos(name, ${text}) > 1, name limit ${MOST}`;
  return rows.map(({ name }) => name);
}
