import { isSafeImage } from "~/domain/files/file-type";
import { getMailAttachment } from "~/domain/mailroom/get-mail-attachment.server";
import { contentDisposition, holdsVersion } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

/** A file of a received mail, read from its bytes. Only safe images are shown, all else is saved. */
export const loader = agentLoader(async (ctx, { request, params }) => {
  const index = params.index ?? "";
  if (!/^\d{1,4}$/.test(index)) throw notFound();
  const file = await getMailAttachment(ctx, idParam(params, "inboundId"), Number(index));
  const shown = isSafeImage(file.type);
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    "Content-Type": shown ? file.type : "application/octet-stream",
    "Content-Disposition": contentDisposition(shown ? "inline" : "attachment", file.name),
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
    ETag: etag,
  };
  if (holdsVersion(request, etag)) return new Response(null, { status: 304, headers });
  const body = request.method === "HEAD" ? null : new Uint8Array(file.content);
  return new Response(body, { headers: { ...headers, "Content-Length": String(file.content.length) } });
});
