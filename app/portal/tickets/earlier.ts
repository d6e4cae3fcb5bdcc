import { listEarlierForPortal } from "~/domain/tickets/list-earlier-for-portal.server";
import { ticketNumber } from "~/http/params.server";
import { customerLoader } from "~/http/route.server";

/** The messages before a cursor, for the page that is open already. */
export const loader = customerLoader(async (ctx, { request, params }) =>
  listEarlierForPortal(ctx, ticketNumber(params), new URL(request.url).searchParams.get("before") ?? ""),
);
