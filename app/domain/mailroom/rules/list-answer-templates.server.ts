import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";

/** The company's own texts that a rule may answer with, by name. */
export async function listAnswerTemplates(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  assertAdministers(ctx.actor);
  return ctx.db.mailTemplate.findMany({
    where: { key: null, archivedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
