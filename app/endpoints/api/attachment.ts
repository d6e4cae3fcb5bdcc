import { createReadableStreamFromReadable } from "@remix-run/node";
import { openFile } from "~/domain/files/open-file.server";
import { getAttachment } from "~/domain/tickets/get-attachment.server";
import { contentDisposition } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { tokenRoute } from "~/http/token-route.server";

/** The bytes of an attachment, for a bearer token. */
export const loader = tokenRoute("staff", async (ctx, { params }) => {
  const file = await getAttachment(ctx, idParam(params, "id"));
  return new Response(createReadableStreamFromReadable(await openFile(file.sha256)), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": contentDisposition("attachment", file.name),
      "Content-Length": String(file.size),
      "Cache-Control": "no-store",
    },
  });
});
