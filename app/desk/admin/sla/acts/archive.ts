import { redirect } from "@remix-run/node";
import { archivePolicy } from "~/domain/sla/archive-policy.server";
import { restorePolicy } from "~/domain/sla/restore-policy.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("sla")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const policyId = idParam(params, "policyId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin(`sla/${policyId}`),
    () => (restore ? restorePolicy(ctx, policyId) : archivePolicy(ctx, policyId)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
