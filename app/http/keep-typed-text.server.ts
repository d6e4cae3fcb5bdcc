const HEAD = 2_000_000;

/**
 * A multipart request as it is, whose first two megabytes are remembered while it is read: `typed` gives the fields
 * that came before the first file, for a form that had to be refused in the middle.
 */
export function keepTypedText(request: Request): { request: Request; typed(): Promise<FormData> } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, next) {
      if (size < HEAD) chunks.push(chunk);
      size += chunk.length;
      next.enqueue(chunk);
    },
  });
  const { url, method, headers, body } = request;
  const init = { method, headers, body: body?.pipeThrough(watch), duplex: "half" as const };
  return { request: new Request(url, init), typed: () => readTyped(headers, Buffer.concat(chunks)) };
}

/** Cuts the body before its first file, or before the part that broke off, and ends it there properly. */
async function readTyped(headers: Headers, head: Buffer): Promise<FormData> {
  const type = headers.get("content-type") ?? "";
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = `--${quoted ?? bare ?? ""}`;
  const text = head.toString("latin1");
  const file = text.search(/\r\ncontent-disposition:[^\r\n]*;\s*filename\*?=/i);
  const end = text.lastIndexOf(boundary, file < 0 ? text.length : file);
  if (end <= 0) return new FormData();
  const whole = Buffer.from(`${text.slice(0, end)}${boundary}--\r\n`, "latin1");
  return new Response(whole, { headers: { "content-type": type } }).formData().catch(() => new FormData());
}
