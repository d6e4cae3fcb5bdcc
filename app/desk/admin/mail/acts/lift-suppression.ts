import { redirect } from "@remix-run/node";
import { liftSuppressionByHand } from "~/domain/mail/lift-suppression-by-hand.server";
import { liftForm } from "~/domain/mail/suppression-schema";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/suppressions")));

/** Mail goes to the address again. */
export const action = adminAction(async (ctx, { request }) => {
  const { address } = await readInput(ctx, request, liftForm);
  return actAndReturn(paths.desk.admin("mail/suppressions"), () => liftSuppressionByHand(ctx, address), {
    key: "replies:toast.lifted",
    params: { address },
  });
});
