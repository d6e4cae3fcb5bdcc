import { z } from "zod";
import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { findBreachAtOnce } from "~/domain/tickets/find-breach-at-once.server";
import { changeTicketForm } from "~/domain/tickets/schema";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { changedToast } from "../clocks/changed-toast.server";
import { actOnTicket } from "./act.server";

const form = z.object({ priority: changeTicketForm.shape.priority.unwrap() });

/** One press changes the priority. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const { eventIds } = await changeTicket(ctx, number, await readInput(ctx, request, form));
  const [eventId] = eventIds;
  return {
    ...changedToast(ctx, await findBreachAtOnce(ctx, number)),
    ...(eventId && {
      undo: {
        action: paths.desk.ticketPart(number, `changes/${eventId}/undo`),
        until: new Date(ctx.now.getTime() + 15_000).toISOString(),
      },
    }),
  };
});
