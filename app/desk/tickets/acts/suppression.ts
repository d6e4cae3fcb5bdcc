import { liftForm } from "~/domain/mail/suppression-schema";
import { liftRecipientSuppression } from "~/domain/tickets/lift-recipient-suppression.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

/** Mail goes again to somebody of the ticket. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const { address } = await readInput(ctx, request, liftForm);
  await liftRecipientSuppression(ctx, ticketNumber(params), address);
  return { key: "replies:toast.lifted", params: { address } };
});
