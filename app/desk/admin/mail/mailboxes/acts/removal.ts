import { redirect } from "@remix-run/node";
import { removeImapAccount } from "~/domain/mailroom/imap/remove-imap-account.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

const HERE = "mail/mailboxes";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin(HERE)));

/** Forgets a mailbox; what was taken from it stays. */
export const action = adminAction(async (ctx, { params }) => {
  const mailboxId = idParam(params, "mailboxId");
  return actAndReturn(paths.desk.admin(HERE), () => removeImapAccount(ctx, mailboxId), {
    key: "mailadmin:imap.toast.removed",
  });
});
