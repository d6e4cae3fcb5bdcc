import { markRead } from "~/domain/tickets/mark-read.server";
import { ticketNumber } from "~/http/params.server";
import { customerAction } from "~/http/route.server";

/** The page says that its newest message is on screen. */
export const action = customerAction(async (ctx, { params }) => {
  await markRead(ctx, ticketNumber(params));
  return new Response(null, { status: 204 });
});
