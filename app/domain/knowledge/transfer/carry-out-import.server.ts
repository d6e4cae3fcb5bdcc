import type { Ctx } from "~/platform/ctx.server";
import { exclusively } from "~/platform/exclusively.server";
import { asImporter } from "./as-importer.server";
import { failImport } from "./fail-import.server";
import { findImportFiles } from "./import-files.server";
import { importHelp } from "./import-help.server";
import { type ImportReport, itemKey } from "./import-report";
import { TransferProblem } from "./transfer-file";

const PROGRESS_MS = 700;

/**
 * Carries out an import that was started, one at a time, and keeps what became of each file. Broken off in the middle it
 * is simply done again: what it had taken over counts as taken over.
 */
export const carryOutImport = (ctx: Ctx, importId: string): Promise<void> =>
  exclusively("knowledge.import", () => carryOut(ctx, importId));

async function carryOut(ctx: Ctx, importId: string): Promise<void> {
  const row = await ctx.db.helpImport.findUnique({
    where: { id: importId },
    select: { state: true, byId: true, report: true, uploadId: true },
  });
  if (row?.state !== "importing") return;
  const importer = await asImporter(ctx, row.byId);
  let shown = 0;
  const onProgress = async (done: number, total: number) => {
    if (Date.now() - shown < PROGRESS_MS && done < total) return;
    shown = Date.now();
    await ctx.db.helpImport.updateMany({ where: { id: importId }, data: { done, total } });
  };
  try {
    const files = importer && (await findImportFiles(ctx, importId));
    if (!importer || !files) return await failImport(ctx, importId, { code: "transfer:error.filesGone" });
    const report = await importHelp(importer, files, { dryRun: false, onProgress });
    const items = withEarlier(report, row.report as ImportReport | null);
    const data = { state: "done", report: { ...report, items }, finishedAt: ctx.now, uploadId: null } as const;
    await ctx.db.helpImport.updateMany({ where: { id: importId }, data });
    if (row.uploadId) await ctx.db.upload.deleteMany({ where: { id: row.uploadId } });
  } catch (error) {
    if (!(error instanceof TransferProblem)) throw error;
    await failImport(ctx, importId, error.note);
  }
}

/**
 * What the dry run wanted to change and is the same now was taken over before the import broke off; a category that was
 * only to be made is not spoken of any more once it is there.
 */
function withEarlier({ items }: ImportReport, dryRun: ImportReport | null): ImportReport["items"] {
  const wanted = new Map(dryRun?.items.map((item) => [itemKey(item), item]));
  const said = new Set(items.map(itemKey));
  const made = (dryRun?.items ?? []).filter((item) => item.type === "category" && !said.has(itemKey(item)));
  const now = items.map((item) => {
    const before = wanted.get(itemKey(item));
    const taken = item.status === "same" && (before?.status === "new" || before?.status === "changed");
    return taken ? { ...before, articleId: item.articleId } : item;
  });
  return [...made, ...now];
}
