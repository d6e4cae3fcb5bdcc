import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { revokeSession } from "~/domain/identity/revoke-session.server";
import { accountPath } from "~/http/account-path";
import { personAction, personLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = personLoader(async (ctx) => redirect(accountPath(ctx.actor.role, "security")));

export const action = personAction(async (ctx, { params }) =>
  actAndReturn(
    accountPath(ctx.actor.role, "security"),
    () => revokeSession(ctx, ctx.actor.personId, params.sessionId ?? ""),
    { key: "identity:toast.sessionEnded" },
  ),
);
