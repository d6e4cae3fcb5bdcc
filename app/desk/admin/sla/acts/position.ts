import { redirect } from "@remix-run/node";
import { movePolicy } from "~/domain/sla/move-policy.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { positionForm } from "../position-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("sla")));

export const action = adminAction(async (ctx, { request, params }) => {
  await movePolicy(ctx, idParam(params, "policyId"), await readInput(ctx, request, positionForm));
  return redirect(paths.desk.admin("sla"));
});
