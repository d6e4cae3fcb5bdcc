import { dismissBanner } from "~/domain/tickets/dismiss-banner.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

export const action = actOnTicket(async (ctx, { params }) => {
  await dismissBanner(ctx, ticketNumber(params), idParam(params, "bannerId"));
  return null;
});
