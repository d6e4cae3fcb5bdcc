const MOST_DOCUMENTS = 500;
const MOST_BYTES = 8_000_000;

/** Cuts a list so that no request is larger than a server takes by default. */
export function* batchesOf<T>(documents: readonly T[]): Generator<T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    if (batch.length && (batch.length >= MOST_DOCUMENTS || bytes + size > MOST_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length) yield batch;
}
