import { redirect } from "@remix-run/node";
import { archiveMailText } from "~/domain/mail/templates/archive-mail-text.server";
import { restoreMailText } from "~/domain/mail/templates/restore-mail-text.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/templates")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const ref = params.ref ?? "";
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin(`mail/templates/${ref}`),
    () => (restore ? restoreMailText(ctx, ref) : archiveMailText(ctx, ref)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
