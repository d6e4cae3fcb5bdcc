import type { Priority } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";
import { type Translated, translatedHint } from "./schema";

export type RequestTypeDetails = {
  id: string;
  queue: { id: string; name: string };
  name: Translated;
  hint: Translated;
  priority: Priority;
  archivedAt: Date | null;
};

/** Every request type with its words in all languages, archived ones last. */
export async function listRequestTypesForAdmin(ctx: Ctx): Promise<RequestTypeDetails[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.requestType.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      hint: true,
      priority: true,
      archivedAt: true,
      queue: { select: { id: true, name: true } },
    },
  });
  return rows
    .map((row) => ({ ...row, name: translatedHint.parse(row.name), hint: translatedHint.parse(row.hint) }))
    .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
}
