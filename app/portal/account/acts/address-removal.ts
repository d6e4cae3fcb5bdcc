import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { removeAddress } from "~/domain/identity/remove-address.server";
import { accountPath } from "~/http/account-path";
import { idParam } from "~/http/params.server";
import { personAction, personLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = personLoader(async (ctx) => redirect(accountPath(ctx.actor.role, "addresses")));

export const action = personAction(async (ctx, { params }) =>
  actAndReturn(
    accountPath(ctx.actor.role, "addresses"),
    () => removeAddress(ctx, ctx.actor.personId, idParam(params, "addressId")),
    { key: "identity:toast.addressRemoved" },
  ),
);
