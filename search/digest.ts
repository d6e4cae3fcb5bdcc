import { createHash } from "node:crypto";
import type { SearchDocument } from "./document";

/** What an index has of a document; the digest is null where the document was written without one. */
export type Stored = { id: string; version: number; digest: string | null };

/**
 * Stands for everything that a document says, and for when its source was read: kept beside the document it tells whether
 * the index has another one exactly so. Who writes the document without the digest makes it stale, never wrong.
 */
export const digestOf = (document: SearchDocument, version = document.version): string =>
  createHash("sha1")
    .update(JSON.stringify({ ...document, version }))
    .digest("base64url");

/** Those of the documents that are not stored exactly so, apart from the version. */
export function differingFrom(stored: readonly Stored[], documents: readonly SearchDocument[]): SearchDocument[] {
  const known = new Map(stored.map((one) => [one.id, one]));
  return documents.filter((document) => {
    const one = known.get(document.id);
    return !one || digestOf(document, one.version) !== one.digest;
  });
}
