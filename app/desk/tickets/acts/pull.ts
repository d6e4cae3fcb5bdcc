import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { pullNextTicket } from "~/domain/tickets/pull-next-ticket.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

const listOf = (queueId: string) => paths.desk.tickets({ view: "open", queue: queueId });

const guarded = agentAction(async (ctx, { params }) => {
  const queueId = idParam(params, "queueId");
  const pulled = await pullNextTicket(ctx, queueId);
  if (pulled) return redirect(paths.desk.ticket(pulled.number));
  return redirectWithToast(listOf(queueId), { key: "desk:toast.nothingToPull" });
});

async function pull(args: LoaderFunctionArgs): Promise<Response> {
  const answer = await guarded(args);
  if (answer instanceof Response) return answer;
  const { failure } = (answer as { data: Failure }).data;
  return redirectWithToast(listOf(idParam(args.params, "queueId")), { key: failure.message, tone: "danger" });
}

/** Takes the ticket of the queue that waits longest, and opens it; who has no place free is told so. */
export const action = Object.assign(pull, { policy: guarded.policy });
