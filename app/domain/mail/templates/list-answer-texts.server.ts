import type { Ctx } from "~/platform/ctx.server";

/** The company's own texts that an address or a rule may answer with, by name. */
export function listAnswerTexts(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.db.mailTemplate.findMany({
    where: { key: null, archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
