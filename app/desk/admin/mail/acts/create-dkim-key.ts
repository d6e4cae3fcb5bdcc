import { redirect } from "@remix-run/node";
import { createDkimKey } from "~/domain/mail/dkim/create-dkim-key.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { dkimDomainForm } from "../dkim-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/dkim")));

/** The domain's first key, or the one that shall follow the key in use. */
export const action = adminAction(async (ctx, { request }) => {
  const { domain } = await readInput(ctx, request, dkimDomainForm);
  return actAndReturn(paths.desk.admin("mail/dkim"), () => createDkimKey(ctx, { domain }), {
    key: "mailadmin:dkim.toast.created",
    params: { domain },
  });
});
