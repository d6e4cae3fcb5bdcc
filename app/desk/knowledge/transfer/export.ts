import { createReadableStreamFromReadable } from "@remix-run/node";
import { Readable } from "node:stream";
import { exportHelp } from "~/domain/knowledge/transfer/export-help.server";
import { packZip } from "~/domain/knowledge/transfer/pack-zip.server";
import { contentDisposition } from "~/http/download.server";
import { editorLoader } from "~/http/route.server";

/** The whole knowledge base as a .zip, written while it is read. */
export const loader = editorLoader(async (ctx, { request }) => {
  const name = `help-${ctx.now.toISOString().slice(0, 10)}.zip`;
  const body =
    request.method === "HEAD" ? null : createReadableStreamFromReadable(Readable.from(packZip(exportHelp(ctx))));
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": contentDisposition("attachment", name),
      "Cache-Control": "private, no-store",
    },
  });
});
