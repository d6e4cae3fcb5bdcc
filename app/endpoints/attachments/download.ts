import { createReadableStreamFromReadable } from "@remix-run/node";
import { isSafeImage } from "~/domain/files/file-type";
import { openFile } from "~/domain/files/open-file.server";
import { getAttachment } from "~/domain/tickets/get-attachment.server";
import { contentDisposition, holdsVersion } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { personLoader } from "~/http/route.server";

const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'self'";
/** Browsers refuse to open their PDF viewer in a sandboxed page; it runs none of the document's scripts in ours. */
const PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

/** The bytes of an attachment whose message the reader sees. Only safe images and PDF are shown, all else is saved. */
export const loader = personLoader(async (ctx, { request, params }) => {
  const file = await getAttachment(ctx, idParam(params, "id"));
  const isPdf = file.type === "application/pdf";
  const shown = isSafeImage(file.type) || isPdf;
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    "Content-Type": shown ? file.type : "application/octet-stream",
    "Content-Disposition": contentDisposition(shown ? "inline" : "attachment", file.name),
    "Content-Security-Policy": isPdf ? PDF : SANDBOX,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
    ETag: etag,
  };
  if (holdsVersion(request, etag)) return new Response(null, { status: 304, headers });
  const body = request.method === "HEAD" ? null : createReadableStreamFromReadable(await openFile(file.sha256));
  return new Response(body, { headers: { ...headers, "Content-Length": String(file.size) } });
});
