import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { revokeOtherSessions } from "~/domain/identity/revoke-other-sessions.server";
import { accountPath } from "~/http/account-path";
import { personAction, personLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = personLoader(async (ctx) => redirect(accountPath(ctx.actor.role, "security")));

export const action = personAction(async (ctx) =>
  actAndReturn(
    accountPath(ctx.actor.role, "security"),
    () => revokeOtherSessions(ctx, ctx.actor.personId, ctx.sessionId),
    { key: "identity:toast.sessionsEnded" },
  ),
);
