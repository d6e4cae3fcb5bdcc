import type { Ctx } from "~/platform/ctx.server";
import { asImporter } from "./as-importer.server";
import { importHelp } from "./import-help.server";
import { findImportFiles } from "./import-files.server";
import { failImport } from "./fail-import.server";
import { TransferProblem } from "./transfer-file";

/** The dry run of an import that was begun: its report, or why the whole cannot be imported. Done again it says the same. */
export async function checkImport(ctx: Ctx, importId: string): Promise<void> {
  const row = await ctx.db.helpImport.findUnique({ where: { id: importId }, select: { state: true, byId: true } });
  if (row?.state !== "checking") return;
  const importer = await asImporter(ctx, row.byId);
  try {
    const files = importer && (await findImportFiles(ctx, importId));
    if (!importer || !files) return await failImport(ctx, importId, { code: "transfer:error.filesGone" });
    const report = await importHelp(importer, files, { dryRun: true });
    await ctx.db.helpImport.updateMany({
      where: { id: importId, state: "checking" },
      data: { state: "ready", report },
    });
  } catch (error) {
    if (!(error instanceof TransferProblem)) throw error;
    await failImport(ctx, importId, error.note);
  }
}
