import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import type { Ctx } from "~/platform/ctx.server";
import { readZip } from "./read-zip.server";
import type { TransferFile } from "./transfer-file";

/** The files that wait for an import; null when they were swept. */
export async function findImportFiles(ctx: Ctx, importId: string): Promise<TransferFile[] | null> {
  const row = await ctx.db.helpImport.findUnique({
    where: { id: importId },
    select: { upload: { select: { fileId: true } } },
  });
  return row?.upload ? readZip(await readFileBytes(row.upload.fileId)) : null;
}
