import { redirect } from "@remix-run/node";
import { sendTestMail } from "~/domain/mail/send-test-mail.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail")));

/** A mail about nothing to the administrator's own address. */
export const action = adminAction(async (ctx) =>
  actAndReturn(paths.desk.admin("mail"), () => sendTestMail(ctx), { key: "mailadmin:health.toast.testMail" }),
);
