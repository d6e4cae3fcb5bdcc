import { getRouting } from "~/domain/tickets/get-routing.server";
import { getTicketForApi } from "~/domain/tickets/get-ticket-for-api.server";
import { routeAgain } from "~/domain/tickets/route-again.server";
import { presentTicket } from "../present.server";
import { presentRouting } from "../present-routing.server";
import { byMethod, serve } from "../route.server";
import { readRouting, routeAgain as again } from "../service-operations";

export const loader = serve(
  readRouting,
  async (ctx, { params }) => presentRouting(await getRouting(ctx, params.number)),
  "staff",
);

export const action = byMethod({
  POST: serve(
    again,
    async (ctx, { params }) => {
      await routeAgain(ctx, params.number);
      return presentTicket(await getTicketForApi(ctx, params.number));
    },
    "staff",
  ),
});
