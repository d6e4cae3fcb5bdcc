import { redirect } from "@remix-run/node";
import { archiveContract } from "~/domain/sla/archive-contract.server";
import { restoreContract } from "~/domain/sla/restore-contract.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("contracts")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const contractId = idParam(params, "contractId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    // The page is drawn anew: the contract has another version now.
    paths.desk.admin(`contracts/${contractId}`, { saved: ctx.now.getTime() }),
    () => (restore ? restoreContract(ctx, contractId) : archiveContract(ctx, contractId)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
