import { redirect } from "@remix-run/node";
import { claimHeldMail } from "~/domain/mailroom/claim-held-mail.server";
import { releaseHeldMail } from "~/domain/mailroom/release-held-mail.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";

/** "I am on it", by button or by the open page itself; with `release` the opposite, which leads back to the list. `stay`: by script, without leaving the page. */
export const action = agentAction(async (ctx, { request, params }) => {
  const id = idParam(params, "inboundId");
  const form = await readForm(ctx, request);
  if (form.get("release")) {
    await releaseHeldMail(ctx, id);
    return redirect(paths.desk.mailroom());
  }
  await claimHeldMail(ctx, id);
  return form.get("stay") ? null : redirect(paths.desk.mail(id));
});
