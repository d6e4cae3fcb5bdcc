import { redirect } from "@remix-run/node";
import { markUnread } from "~/domain/tickets/mark-unread.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { actOnTicket } from "./act.server";

/** Back among the unread, and back to the list: opening the ticket marks it read. */
export const action = actOnTicket(async (ctx, { params }) => {
  await markUnread(ctx, ticketNumber(params));
  return redirect(paths.desk.tickets());
});
