import { redirect } from "@remix-run/node";
import { resetMailText } from "~/domain/mail/templates/reset-mail-text.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/templates")));

/** Back to the product's own words. */
export const action = adminAction(async (ctx, { params }) => {
  const ref = params.ref ?? "";
  return actAndReturn(paths.desk.admin(`mail/templates/${ref}`), () => resetMailText(ctx, ref), {
    key: "templates:reset.done",
  });
});
