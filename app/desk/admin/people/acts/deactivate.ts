import { redirect } from "@remix-run/node";
import { deactivatePerson } from "~/domain/identity/deactivate-person.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("people")));

export const action = adminAction(async (ctx, { params }) =>
  actAndReturn(paths.desk.admin("people"), () => deactivatePerson(ctx, idParam(params, "personId")), {
    key: "identity:toast.deactivated",
  }),
);
