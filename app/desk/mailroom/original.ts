import { getMailOriginal } from "~/domain/mailroom/get-mail-original.server";
import { originalResponse } from "~/http/original-response.server";
import { idParam } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** A received mail as its sender made it. */
export const loader = agentLoader(async (ctx, { request, params }) =>
  originalResponse(ctx, request, await getMailOriginal(ctx, idParam(params, "inboundId"))),
);
