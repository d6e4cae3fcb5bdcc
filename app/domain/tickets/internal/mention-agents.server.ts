import type { Ctx } from "~/platform/ctx.server";
import { findMentions } from "../mentions";

/** Notes which active members of staff a note names as `@Name`; answers their ids. */
export async function mentionAgents(ctx: Ctx, messageId: string, text: string): Promise<string[]> {
  if (!text.includes("@")) return [];
  const staff = await ctx.db.person.findMany({
    where: { role: { not: "customer" }, deactivatedAt: null },
    select: { id: true, name: true },
  });
  const ids = findMentions(text, staff);
  if (ids.length)
    await ctx.db.mention.createMany({ data: ids.map((personId) => ({ messageId, personId })), skipDuplicates: true });
  return ids;
}
