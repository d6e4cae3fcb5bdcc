import { z } from "zod";
import { moveTicket } from "~/domain/tickets/move-ticket.server";
import { STATES } from "~/domain/tickets/states";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { SNOOZES, snoozeUntil } from "../snooze-until";
import { actOnTicket } from "./act.server";

const form = z.object({ to: z.enum(STATES), for: z.enum(SNOOZES).optional() });

/** Solve, reopen, snooze, wait: a move the table of moves allows. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const input = await readInput(ctx, request, form);
  const until = input.to === "snoozed" ? snoozeUntil(input.for ?? "tomorrow", ctx.now, ctx.timeZone) : undefined;
  await moveTicket(ctx, ticketNumber(params), { to: input.to, until });
  return { key: `desk:toast.moved.${input.to}` };
});
