import { getTicketForApi } from "~/domain/tickets/get-ticket-for-api.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { mergeTicket } from "../operations";
import { presentTicket } from "../present.server";
import { byMethod, serve } from "../route.server";

export const action = byMethod({
  POST: serve(
    mergeTicket,
    async (ctx, { params, body }) => {
      await mergeTickets(ctx, params.number, body.into);
      return presentTicket(await getTicketForApi(ctx, params.number));
    },
    "staff",
  ),
});
