import { redirect } from "@remix-run/node";
import { actAndReturn } from "~/http/act-and-return.server";
import { withdrawInvitation } from "~/domain/access/withdraw-invitation.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("people")));

export const action = adminAction(async (ctx, { params }) =>
  actAndReturn(paths.desk.admin("people"), () => withdrawInvitation(ctx, idParam(params, "invitationId")), {
    key: "identity:toast.withdrawn",
  }),
);
