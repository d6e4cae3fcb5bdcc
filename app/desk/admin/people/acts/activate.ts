import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { activatePerson } from "~/domain/identity/activate-person.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("people")));

export const action = adminAction(async (ctx, { params }) =>
  actAndReturn(paths.desk.admin("people"), () => activatePerson(ctx, idParam(params, "personId")), {
    key: "identity:toast.activated",
  }),
);
