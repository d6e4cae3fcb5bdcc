import { getOutboxHtml } from "~/domain/notifications/get-outbox-html.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** Styles of its own, no scripts, no frames, nothing from elsewhere. */
const POLICY = [
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The HTML part of an outgoing mail as a document of its own. */
export const loader = agentLoader(async (ctx, { params }) => {
  const html = await getOutboxHtml(ctx, idParam(params, "id"));
  return new Response(html.replace(/<head>/i, '<head><base target="_blank">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "private, no-store",
    },
  });
});
