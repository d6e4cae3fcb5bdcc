import type { Ctx } from "~/platform/ctx.server";
import type { Note } from "./transfer-file";

/** Ends an import that cannot go on as a whole and keeps why. */
export async function failImport(ctx: Ctx, importId: string, problem: Note): Promise<void> {
  await ctx.db.helpImport.updateMany({
    where: { id: importId, state: { in: ["checking", "importing"] } },
    data: { state: "failed", problem, finishedAt: ctx.now },
  });
}
