import { redirect } from "@remix-run/node";
import { checkDkimKey } from "~/domain/mail/dkim/check-dkim-key.server";
import { refusalToast } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { dkimKeyForm } from "../dkim-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/dkim")));

/** Looks for the key's record in DNS; the page shows what is wrong with it. */
export const action = adminAction(async (ctx, { request }) => {
  const { domain, selector } = await readInput(ctx, request, dkimKeyForm);
  const here = paths.desk.admin("mail/dkim");
  const found = await checkDkimKey(ctx, { domain, selector }).catch((error) => refusalToast(here, error));
  if (found instanceof Response) return found;
  const { problem, activated } = found;
  const word = problem === "no_answer" ? "noAnswer" : problem ? "problem" : activated ? "activated" : "found";
  return redirectWithToast(here, {
    key: `mailadmin:dkim.toast.${word}`,
    params: { domain },
    ...(problem ? { tone: "warn" as const } : {}),
  });
});
