import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { requireEditor } from "../policy";

/** Forgets an import with its report, and its files when they still wait; what it has brought stays. Not while it runs. */
export function discardImport(ctx: Ctx, importId: string): Promise<void> {
  requireEditor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.$queryRaw<{ state: string; upload: string | null }[]>`
      select state::text, upload_id::text as upload from help_import where id = ${importId}::uuid for update`;
    if (row?.state === "importing") throw conflict("transfer:error.running");
    await ctx.db.helpImport.deleteMany({ where: { id: importId } });
    if (row?.upload) await ctx.db.upload.deleteMany({ where: { id: row.upload } });
  });
}
