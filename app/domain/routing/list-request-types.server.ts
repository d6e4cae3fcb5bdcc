import type { Ctx } from "~/platform/ctx.server";
import { inLanguage } from "./schema";

export type RequestTypeChoice = { id: string; name: string; hint: string; queueId: string };

/** What a customer may choose on the form, in the reader's language and the administrators' order. */
export async function listRequestTypes(ctx: Ctx): Promise<RequestTypeChoice[]> {
  const rows = await ctx.db.requestType.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, hint: true, queueId: true },
  });
  return rows.map(({ id, name, hint, queueId }) => ({
    id,
    queueId,
    name: inLanguage(name, ctx.locale),
    hint: inLanguage(hint, ctx.locale),
  }));
}
