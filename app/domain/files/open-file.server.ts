import type { Readable } from "node:stream";
import { notFound } from "~/lib/errors";
import { fileStorage } from "~/platform/file-storage.server";
import { fileKey } from "./internal/file-key";

/** The bytes of a content as a stream. Whoever calls has checked that the reader may see the file. */
export async function openFile(sha256: string): Promise<Readable> {
  const storage = await fileStorage();
  const key = fileKey(sha256);
  if (!(await storage.exists(key))) throw notFound();
  return storage.open(key);
}
