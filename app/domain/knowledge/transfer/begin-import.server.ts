import { storeUpload } from "~/domain/files/store-upload.server";
import { safeFileName } from "~/domain/files/file-name";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import { requireEditor } from "../policy";
import { checkImport } from "./check-import.server";
import { cleanPath, endingOf } from "./file-path";
import { transferLimits } from "./limits";
import { zipOf } from "./pack-zip.server";
import { readZip } from "./read-zip.server";
import { problem, type TransferFile, TransferProblem } from "./transfer-file";

const DAYS_KEPT = 90;
/** So much is compared while the sender waits; more by a job, behind a page that shows how far it is. */
const AT_ONCE = { files: 150, bytes: 3_000_000 };

/**
 * Takes files for the knowledge base (.zip, a folder's, or single ones) and has them compared with what is there; nothing
 * changes yet. What no import could read is refused at the field `files`. Answers the import's id. For editors.
 */
export async function beginImport(ctx: Ctx, name: string, given: readonly TransferFile[]): Promise<string> {
  requireEditor(ctx.actor);
  const files = unpack(given);
  const [only] = given;
  const packed = given.length === 1 && only && endingOf(only.path) === "zip" ? only.bytes : await zipOf(files);
  const byId = actorPersonId(ctx);
  const uploadId = await storeUpload(ctx, { name: `${name}.zip`, type: "application/zip", bytes: packed });
  const id = newId(ctx.now.getTime());
  const small = files.length <= AT_ONCE.files && packed.length <= AT_ONCE.bytes;
  await inTransaction(ctx, async ({ db, ...ctx }) => {
    const old = new Date(ctx.now.getTime() - DAYS_KEPT * 86_400_000);
    await db.helpImport.deleteMany({ where: { createdAt: { lt: old } } });
    await db.helpImport.createMany({
      data: { id, name: safeFileName(name), uploadId, byId, createdAt: ctx.now },
    });
    if (!small)
      await enqueue({ ...ctx, db }, "knowledge.check-import", { importId: id }, { queue: "knowledge.import" });
  });
  if (small) await checkImport(ctx, id);
  return id;
}

function unpack(given: readonly TransferFile[]): TransferFile[] {
  try {
    const files = given.flatMap((file) => (endingOf(file.path) === "zip" ? readZip(file.bytes) : [file]));
    const astray = files.find(({ path }) => cleanPath(path) === null);
    if (astray) throw problem("transfer:error.path", { path: astray.path.slice(0, 200) });
    if (!files.length) throw problem("transfer:error.nothing");
    if (files.length > transferLimits.files) throw problem("transfer:error.tooMany", { limit: transferLimits.files });
    return files;
  } catch (error) {
    if (!(error instanceof TransferProblem)) throw error;
    throw invalid(error.note.code, { files: error.note.code }, error.note.params);
  }
}
