import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { PersonCtx } from "~/http/ctx.server";
import { ticketNumber } from "~/http/params.server";
import { paths, safeReturnPath } from "~/http/paths";
import { referringPath } from "~/http/referring-path";
import { agentAction, type Failure } from "~/http/route.server";
import { redirectWithToast, type Toast } from "~/http/toast.server";

type Act = (ctx: PersonCtx, args: LoaderFunctionArgs) => Promise<Toast | Response | null>;

/** A one-button act on a ticket: always comes back to where it was pressed, with a toast; a refusal is a toast too. */
export function actOnTicket(act: Act) {
  const guarded = agentAction(async (ctx, args) => {
    const answer = await act(ctx, args);
    if (answer instanceof Response) return answer;
    return answer ? redirectWithToast(backOf(args), answer) : redirect(backOf(args));
  });
  const run = async (args: LoaderFunctionArgs): Promise<Response> => {
    const answer = await guarded(args);
    if (answer instanceof Response) return answer;
    const { failure } = (answer as { data: Failure }).data;
    return redirectWithToast(backOf(args), { key: failure.message, tone: "danger" });
  };
  return Object.assign(run, { policy: guarded.policy });
}

/** The page that held the button; else the ticket. */
function backOf({ request, params }: LoaderFunctionArgs): string {
  const here = paths.desk.ticket(ticketNumber(params));
  const from = referringPath(request) ?? "";
  return new RegExp(`^(${here}|${paths.desk.bin()})([/?]|$)`).test(from) ? safeReturnPath(from, here) : here;
}
