import { listTicketEvents } from "~/domain/tickets/list-ticket-events.server";
import { listEvents } from "../operations";
import { presentEvent, presentPage } from "../present.server";
import { serve } from "../route.server";

export const loader = serve(listEvents, async (ctx, { params, query }) =>
  presentPage(await listTicketEvents(ctx, params.number, query.cursor ?? null), presentEvent),
);
