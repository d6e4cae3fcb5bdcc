import { redirect } from "@remix-run/node";
import { pullNextTicket } from "~/domain/tickets/pull-next-ticket.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Takes the ticket of the queue that waits longest, and opens it. */
export const action = agentAction(async (ctx, { params }) => {
  const queueId = idParam(params, "queueId");
  const pulled = await pullNextTicket(ctx, queueId);
  if (pulled) return redirect(paths.desk.ticket(pulled.number));
  return redirectWithToast(paths.desk.tickets({ view: "open", queue: queueId }), { key: "desk:toast.nothingToPull" });
});
