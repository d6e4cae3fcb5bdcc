import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { PersonCtx } from "~/http/ctx.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { customerAction, customerLoader, type Failure } from "~/http/route.server";
import { redirectWithToast, type Toast } from "~/http/toast.server";

/** A one-button act of the customer: comes back to the ticket with a toast; a refusal is a toast too. */
export function actOnOwnTicket(act: (ctx: PersonCtx, number: number) => Promise<Toast>) {
  const guarded = customerAction(async (ctx, { params }) => {
    const number = ticketNumber(params);
    return redirectWithToast(paths.ticket(number), await act(ctx, number));
  });
  const run = async (args: LoaderFunctionArgs): Promise<Response> => {
    const answer = await guarded(args);
    if (answer instanceof Response) return answer;
    const { failure } = (answer as { data: Failure }).data;
    return redirectWithToast(paths.ticket(ticketNumber(args.params)), { key: failure.message, tone: "danger" });
  };
  return Object.assign(run, { policy: guarded.policy });
}

/** Whoever lands on an act's address, for instance after signing in again, is shown the ticket. */
export const toTicket = customerLoader(async (_ctx, { params }) => redirect(paths.ticket(ticketNumber(params))));
