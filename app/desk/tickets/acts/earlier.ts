import { listEarlier } from "~/domain/tickets/list-earlier.server";
import { ticketNumber } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";

/** The messages before a cursor, for the page that is open already. */
export const loader = agentLoader(async (ctx, { request, params }) =>
  listEarlier(ctx, ticketNumber(params), new URL(request.url).searchParams.get("before") ?? ""),
);
