import { previewReply } from "~/domain/tickets/preview-reply.server";
import { mailHtmlResponse } from "~/http/mail-html-response";
import { ticketNumber } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";

/** The HTML part of a mail that the agent's draft would send; `?kind=` is its place among them, 0 the first. */
export const loader = agentLoader(async (ctx, { request, params }) => {
  const kind = Number(new URL(request.url).searchParams.get("kind") ?? 0);
  const { mails } = await previewReply(ctx, ticketNumber(params));
  const mail = mails[kind];
  if (!mail) throw notFound();
  return mailHtmlResponse(mail.html);
});
