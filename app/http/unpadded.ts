/**
 * A piece of a page without the zeros at its end. React fills a buffer of fixed length; where a letter of several bytes
 * no longer fits, the rest of the buffer stays zero and is sent with it, and a browser shows a zero as `�`.
 */
export function unpadded(chunk: Uint8Array): Uint8Array {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end--;
  return chunk.subarray(0, end);
}
