import { redirect } from "@remix-run/node";
import { archiveStatus } from "~/domain/tickets/archive-status.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("statuses")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin("statuses"),
    () => archiveStatus(ctx, idParam(params, "statusId"), { archived: !restore }),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
