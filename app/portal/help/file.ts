import { createReadableStreamFromReadable } from "@remix-run/node";
import { isSafeImage } from "~/domain/files/file-type";
import { openFile } from "~/domain/files/open-file.server";
import { getHelpFile } from "~/domain/knowledge/get-help-file.server";
import { contentDisposition, holdsVersion } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { publicLoader } from "~/http/route.server";
import { isStranger } from "~/http/shared-page.server";

const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'self'";

/**
 * A picture or file of an article that the reader may read; everybody else gets a 404, whether it exists or not. What
 * anybody may have is kept by caches for a short while, everything else by nobody but the reader.
 */
export const loader = publicLoader(async (ctx, args) => {
  const { request, params } = args;
  const file = await getHelpFile(ctx, idParam(params, "imageId"));
  const shown = isSafeImage(file.type);
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = {
    "Content-Type": shown ? file.type : "application/octet-stream",
    "Content-Disposition": contentDisposition(shown ? "inline" : "attachment", file.name),
    "Content-Security-Policy": SANDBOX,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": file.isPublic && isStranger(ctx, args) ? "public, max-age=600" : "private, no-cache",
    Vary: "Cookie",
    ETag: etag,
  };
  if (holdsVersion(request, etag)) return new Response(null, { status: 304, headers });
  const body = request.method === "HEAD" ? null : createReadableStreamFromReadable(await openFile(file.sha256));
  return new Response(body, { headers: { ...headers, "Content-Length": String(file.size) } });
});
