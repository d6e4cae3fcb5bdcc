import { routeAgain } from "~/domain/tickets/route-again.server";
import { ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

/** Has the queue decide anew who gets the ticket. */
export const action = actOnTicket(async (ctx, { params }) => {
  await routeAgain(ctx, ticketNumber(params));
  return { key: "routing:assign.toast.again" };
});
