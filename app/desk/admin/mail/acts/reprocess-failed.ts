import { redirect } from "@remix-run/node";
import { reprocessFailedMail } from "~/domain/mailroom/reprocess-failed-mail.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail")));

/** What was set aside goes through the chain again. */
export const action = adminAction(async (ctx) => {
  const { again, left } = await reprocessFailedMail(ctx);
  return redirectWithToast(paths.desk.admin("mail"), {
    key: "mailadmin:health.toast.again",
    params: { again, left },
    tone: left ? "warn" : "ok",
  });
});
