import { redirect } from "@remix-run/node";
import { z } from "zod";
import { switchImapAccount } from "~/domain/mailroom/imap/switch-imap-account.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

const form = z.object({ enabled: z.literal("yes").optional() });

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/mailboxes")));

/** Follows a mailbox, or no longer. */
export const action = adminAction(async (ctx, { request, params }) => {
  const mailboxId = idParam(params, "mailboxId");
  const enabled = (await readInput(ctx, request, form)).enabled === "yes";
  return actAndReturn(
    // The page is drawn anew: the mailbox has another revision now.
    paths.desk.admin(`mail/mailboxes/${mailboxId}`, { saved: ctx.now.getTime() }),
    () => switchImapAccount(ctx, mailboxId, enabled),
    { key: enabled ? "mailadmin:imap.toast.on" : "mailadmin:imap.toast.off" },
  );
});
