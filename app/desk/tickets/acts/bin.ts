import { z } from "zod";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import { restoreTicket } from "~/domain/tickets/restore-ticket.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";
import { actOnTicket } from "./act.server";

const form = z.object({ restore: z.literal("yes").optional() });

/** Into the bin, or out of it. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const { restore } = await readInput(ctx, request, form);
  if (restore) {
    await restoreTicket(ctx, number);
    return redirectWithToast(paths.desk.ticket(number), { key: "desk:toast.restored" });
  }
  await deleteTicket(ctx, number);
  return redirectWithToast(paths.desk.tickets(), { key: "desk:toast.deleted", params: { number } });
});
