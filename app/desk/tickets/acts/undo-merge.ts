import { unmergeForm } from "~/domain/tickets/schema";
import { unmergeTickets } from "~/domain/tickets/unmerge-tickets.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths, safeReturnPath } from "~/http/paths";
import { referringPath } from "~/http/referring-path";
import { redirectWithToast } from "~/http/toast.server";
import { actOnTicket } from "./act.server";

/** Takes a merge back and stays where it was pressed: on the ticket that comes free, or on the one it leaves. */
export const action = actOnTicket(async (ctx, { request, params }) => {
  const { from, into, kept } = await unmergeTickets(
    ctx,
    ticketNumber(params),
    await readInput(ctx, request, unmergeForm),
  );
  const pressedOn = referringPath(request) ?? "";
  const back = new RegExp(`^${paths.desk.ticket(into)}([/?]|$)`).test(pressedOn) ? pressedOn : paths.desk.ticket(from);
  const key = kept ? "desk:toast.unmergedKept" : "desk:toast.unmerged";
  return redirectWithToast(safeReturnPath(back, paths.desk.ticket(from)), { key, params: { from, into, count: kept } });
});
