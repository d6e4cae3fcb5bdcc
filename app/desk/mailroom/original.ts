import { getMailOriginal } from "~/domain/mailroom/get-mail-original.server";
import { originalPage, originalPolicy } from "~/http/original-page";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";

/** A received mail as its sender made it, in a sandbox. `?images=1` lets pictures from elsewhere load. */
export const loader = agentLoader(async (ctx, { request, params }) => {
  const images = new URL(request.url).searchParams.get("images") === "1";
  const mail = await getMailOriginal(ctx, idParam(params, "inboundId"));
  return new Response(originalPage(mail, images, ctx.locale, translator(ctx.locale)), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": originalPolicy(images),
      "Referrer-Policy": "no-referrer",
      "X-DNS-Prefetch-Control": "off",
      "Cache-Control": "private, no-store",
    },
  });
});
