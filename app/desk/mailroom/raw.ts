import { getMailRaw } from "~/domain/mailroom/get-mail-raw.server";
import { contentDisposition } from "~/http/download.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** A received mail byte for byte, as text to be read; `?save=1` saves it for a mail program. */
export const loader = agentLoader(async (ctx, { request, params }) => {
  const id = idParam(params, "inboundId");
  const { bytes } = await getMailRaw(ctx, id);
  const saved = new URL(request.url).searchParams.get("save") === "1";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": saved ? "message/rfc822" : "text/plain; charset=utf-8",
      "Content-Disposition": contentDisposition(saved ? "attachment" : "inline", `${id.slice(-12)}.eml`),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Content-Length": String(bytes.length),
      "Cache-Control": "private, no-store",
    },
  });
});
