import { redirect } from "@remix-run/node";
import { moveRequestType } from "~/domain/routing/move-request-type.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { moveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("types")));

export const action = adminAction(async (ctx, { request, params }) => {
  const { by } = await readInput(ctx, request, moveForm);
  await moveRequestType(ctx, idParam(params, "typeId"), by);
  return redirect(paths.desk.admin("types"));
});
