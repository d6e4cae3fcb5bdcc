import { conflict, notFound } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { requireEditor } from "../policy";

/**
 * Has an import carried out whose dry run was looked at, in the name of who says so. A second click changes nothing;
 * files that were swept meanwhile are the conflict `transfer:error.filesGone`.
 */
export function startImport(ctx: Ctx, importId: string): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.$queryRaw<{ state: string; waiting: boolean }[]>`
      select state::text, upload_id is not null as waiting from help_import where id = ${importId}::uuid for update`;
    if (!row) throw notFound();
    if (row.state === "importing" || row.state === "done") return;
    if (row.state !== "ready") throw conflict("transfer:error.notReady");
    if (!row.waiting) throw conflict("transfer:error.filesGone");
    await ctx.db.helpImport.updateMany({
      where: { id: importId },
      data: { state: "importing", byId: actorPersonId(ctx), done: 0, total: 0 },
    });
    await enqueue(ctx, "knowledge.run-import", { importId }, { queue: "knowledge.import", maxAttempts: 5 });
  });
}
