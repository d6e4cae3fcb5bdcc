import { z } from "zod";
import { assignTicket } from "~/domain/tickets/assign-ticket.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

const form = z.object({ assigneeId: z.uuid().optional() });

/** Gives the ticket to an agent; without one, back to the queue. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const { assigneeId } = await readInput(ctx, request, form);
  await assignTicket(ctx, ticketNumber(params), assigneeId ?? null);
  return { key: assigneeId === ctx.actor.personId ? "desk:toast.taken" : "desk:toast.assigned" };
});
