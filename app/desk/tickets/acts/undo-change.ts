import { undoChange } from "~/domain/tickets/undo-change.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

export const action = actOnTicket(async (ctx, { params }) => {
  await undoChange(ctx, ticketNumber(params), idParam(params, "eventId"));
  return { key: "desk:toast.undone" };
});
