import { getTicketForApi } from "~/domain/tickets/get-ticket-for-api.server";
import { listTicketsForApi } from "~/domain/tickets/list-tickets-for-api.server";
import { openTicketForCustomer } from "~/domain/tickets/open-ticket-for-customer.server";
import { openForCustomerForm } from "~/domain/tickets/schema";
import { parse } from "~/http/forms.server";
import { listTickets, openTicket } from "../operations";
import { presentPage, presentTicket } from "../present.server";
import { byMethod, serve } from "../route.server";

export const loader = serve(listTickets, async (ctx, { query }) => {
  const { updatedSince, dueBefore, ...rest } = query;
  const page = await listTicketsForApi(ctx, {
    ...rest,
    updatedSince: updatedSince ? new Date(updatedSince) : undefined,
    dueBefore: dueBefore ? new Date(dueBefore) : undefined,
  });
  return presentPage(page, presentTicket);
});

export const action = byMethod({
  POST: serve(openTicket, async (ctx, { body }) => {
    const { requester, key, ...rest } = body;
    const form = parse(openForCustomerForm, { ...rest, ...requester, formId: key });
    const { number } = await openTicketForCustomer(ctx, form, { channel: "api" });
    return presentTicket(await getTicketForApi(ctx, number));
  }),
});
