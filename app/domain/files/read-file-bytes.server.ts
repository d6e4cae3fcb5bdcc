import { notFound } from "~/lib/errors";
import { database } from "~/platform/db.server";
import { fileStorage } from "~/platform/file-storage.server";
import { fileKey } from "./internal/file-key";

/** All bytes of a stored file. For mails and the like; downloads stream with `openFile`. Not inside a transaction. */
export async function readFileBytes(fileId: string): Promise<Buffer> {
  const file = await database().prisma.storedFile.findUnique({ where: { id: fileId }, select: { sha256: true } });
  if (!file) throw notFound();
  return (await fileStorage()).read(fileKey(file.sha256));
}
