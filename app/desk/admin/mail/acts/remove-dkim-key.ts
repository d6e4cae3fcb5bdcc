import { redirect } from "@remix-run/node";
import { removeDkimKey } from "~/domain/mail/dkim/remove-dkim-key.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { dkimKeyForm } from "../dkim-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/dkim")));

/** The key is forgotten; one in use signs no more. */
export const action = adminAction(async (ctx, { request }) => {
  const { domain, selector } = await readInput(ctx, request, dkimKeyForm);
  return actAndReturn(paths.desk.admin("mail/dkim"), () => removeDkimKey(ctx, { domain, selector }), {
    key: "mailadmin:dkim.toast.removed",
    params: { domain },
  });
});
