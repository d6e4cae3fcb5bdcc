import { resendToRecipient } from "~/domain/tickets/resend-to-recipient.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

/** Tries a failed delivery once more. */
export const action = actOnTicket(async (ctx, { params }) => {
  await resendToRecipient(ctx, ticketNumber(params), idParam(params, "deliveryId"));
  return { key: "desk:toast.resending" };
});
