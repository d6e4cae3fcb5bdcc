import { getRawMail } from "~/domain/tickets/get-raw-mail.server";
import { contentDisposition } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** The mail behind a message, byte for byte, to be saved. */
export const loader = agentLoader(async (ctx, { params }) => {
  const id = idParam(params, "id");
  const { number, bytes } = await getRawMail(ctx, id);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "message/rfc822",
      "Content-Disposition": contentDisposition("attachment", `${number}-${id.slice(-12)}.eml`),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Content-Length": String(bytes.length),
      "Cache-Control": "private, no-store",
    },
  });
});
