import { readOutboxMail } from "~/domain/notifications/read-outbox-mail.server";
import { contentDisposition } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** An outgoing mail byte for byte, to be saved. */
export const loader = agentLoader(async (ctx, { params }) => {
  const { id, bytes } = await readOutboxMail(ctx, idParam(params, "id"));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "message/rfc822",
      "Content-Disposition": contentDisposition("attachment", `${id.slice(-12)}.eml`),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Content-Length": String(bytes.length),
      "Cache-Control": "private, no-store",
    },
  });
});
