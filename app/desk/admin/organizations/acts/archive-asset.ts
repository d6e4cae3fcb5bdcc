import { redirect } from "@remix-run/node";
import { archiveAsset } from "~/domain/customers/archive-asset.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("organizations")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const [organizationId, assetId] = [idParam(params, "organizationId"), idParam(params, "assetId")];
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin(`organizations/${organizationId}`),
    () => archiveAsset(ctx, organizationId, assetId, { restore: Boolean(restore) }),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
