import { redirect } from "@remix-run/node";
import { z } from "zod";
import { unblockSender } from "~/domain/mailroom/unblock-sender.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

const form = z.object({ entry: z.string().max(320) });

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/blocked")));

/** Mail from there goes its way again. */
export const action = adminAction(async (ctx, { request }) => {
  const { entry } = await readInput(ctx, request, form);
  return actAndReturn(paths.desk.admin("mail/blocked"), () => unblockSender(ctx, entry), {
    key: "mailroom:toast.unblocked",
    params: { entry },
  });
});
