import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { getTicketForApi } from "~/domain/tickets/get-ticket-for-api.server";
import { changeTicketForm } from "~/domain/tickets/schema";
import { parse } from "~/http/forms.server";
import { changeTicket as change, readTicket } from "../operations";
import { presentTicket } from "../present.server";
import { byMethod, serve } from "../route.server";

export const loader = serve(readTicket, async (ctx, { params }) =>
  presentTicket(await getTicketForApi(ctx, params.number)),
);

export const action = byMethod({
  PATCH: serve(change, async (ctx, { params, body }) => {
    await changeTicket(ctx, params.number, parse(changeTicketForm, body));
    return presentTicket(await getTicketForApi(ctx, params.number));
  }),
});
