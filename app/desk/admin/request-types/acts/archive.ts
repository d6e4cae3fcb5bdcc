import { redirect } from "@remix-run/node";
import { archiveRequestType } from "~/domain/routing/archive-request-type.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("types")));

/** Off the customers' form, or back on it. */
export const action = adminAction(async (ctx, { request, params }) => {
  const { restore } = await readInput(ctx, request, archiveForm);
  await archiveRequestType(ctx, idParam(params, "typeId"), { archived: !restore });
  return redirectWithToast(paths.desk.admin("types"), { key: restore ? "desk:toast.restored" : "desk:toast.archived" });
});
