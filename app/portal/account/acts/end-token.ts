import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { revokeApiToken } from "~/domain/identity/revoke-api-token.server";
import { accountPath } from "~/http/account-path";
import { idParam } from "~/http/params.server";
import { personAction, personLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = personLoader(async (ctx) => redirect(accountPath(ctx.actor.role, "tokens")));

export const action = personAction(async (ctx, { params }) =>
  actAndReturn(
    accountPath(ctx.actor.role, "tokens"),
    () => revokeApiToken(ctx, ctx.actor.personId, idParam(params, "tokenId")),
    { key: "identity:toast.tokenEnded" },
  ),
);
