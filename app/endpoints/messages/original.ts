import { getOriginal } from "~/domain/tickets/get-original.server";
import { originalResponse } from "~/http/original-response.server";
import { idParam } from "~/http/params.server";
import { personLoader } from "~/http/route.server";

/** The mail behind a message as its sender made it. */
export const loader = personLoader(async (ctx, { request, params }) =>
  originalResponse(ctx, request, await getOriginal(ctx, idParam(params, "id"))),
);
