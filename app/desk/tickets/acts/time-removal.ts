import { z } from "zod";
import { deleteTime } from "~/domain/tickets/delete-time.server";
import { readInput } from "~/http/forms.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { redirectWithToast } from "~/http/toast.server";
import { actOnTicket } from "./act.server";

const form = z.object({ version: z.coerce.number().int() });

/** Removes an entry of the time log. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const { version } = await readInput(ctx, request, form);
  await deleteTime(ctx, number, idParam(params, "entryId"), version);
  return redirectWithToast(paths.desk.ticketPart(number, "time"), { key: "contracts:toast.timeDeleted" });
});
