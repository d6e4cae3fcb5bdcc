import { redirect } from "@remix-run/node";
import { renameStatus } from "~/domain/tickets/rename-status.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("statuses")));

/** A built-in status takes the product's own words again. */
export const action = adminAction(async (ctx, { params }) => {
  await renameStatus(ctx, idParam(params, "statusId"), null);
  return redirectWithToast(paths.desk.admin("statuses"), { key: "desk:toast.saved" });
});
