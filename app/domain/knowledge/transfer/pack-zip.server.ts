import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { endingOf } from "./file-path";
import type { TransferFile } from "./transfer-file";

const TEXT = /^(?:md|yaml|csv|html?|markdown|yml)$/;
/** Before 1980 the format knows no time; always the same one, so that the same files give the same bytes. */
const MOMENT = new Date(1980, 0, 1);

/** The files as a .zip, piece by piece: texts packed, pictures as they are. */
export async function* packZip(
  files: AsyncIterable<TransferFile> | Iterable<TransferFile>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for await (const { path, bytes } of files) {
    const entry = TEXT.test(endingOf(path)) ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = MOMENT;
    zip.add(entry);
    entry.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** A whole .zip in memory. */
export async function zipOf(files: AsyncIterable<TransferFile> | Iterable<TransferFile>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of packZip(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
