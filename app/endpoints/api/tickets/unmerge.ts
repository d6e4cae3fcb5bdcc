import { getTicketForApi } from "~/domain/tickets/get-ticket-for-api.server";
import { unmergeTickets } from "~/domain/tickets/unmerge-tickets.server";
import { unmergeTicket } from "../operations";
import { presentTicket } from "../present.server";
import { byMethod, serve } from "../route.server";

export const action = byMethod({
  POST: serve(
    unmergeTicket,
    async (ctx, { params, body }) => {
      await unmergeTickets(ctx, params.number, body);
      return presentTicket(await getTicketForApi(ctx, params.number));
    },
    "staff",
  ),
});
