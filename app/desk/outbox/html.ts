import { getOutboxHtml } from "~/domain/notifications/get-outbox-html.server";
import { mailHtmlResponse } from "~/http/mail-html-response";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** The HTML part of an outgoing mail. */
export const loader = agentLoader(async (ctx, { params }) =>
  mailHtmlResponse(await getOutboxHtml(ctx, idParam(params, "id"))),
);
