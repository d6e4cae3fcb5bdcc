import { previewReply } from "~/domain/tickets/preview-reply.server";
import { ticketNumber } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

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

/** The HTML part of a mail that the agent's draft would send, as a document of its own. */
export const loader = agentLoader(async (ctx, { request, params }) => {
  const kind = Number(new URL(request.url).searchParams.get("kind") ?? 0);
  const { mails } = await previewReply(ctx, ticketNumber(params));
  const mail = mails[kind];
  if (!mail) throw notFound();
  return new Response(mail.html.replace(/<head>/i, '<head><base target="_blank">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "private, no-store",
    },
  });
});
