import { redirect } from "@remix-run/node";
import { testReceiver } from "~/domain/mailroom/health/test-receiver.server";
import { refusalToast } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail")));

/** Says EHLO and QUIT to one of our receivers. */
export const action = adminAction(async (ctx, { params }) => {
  const here = paths.desk.admin("mail");
  const trial = await testReceiver(ctx, idParam(params, "receiverId")).catch((error) => refusalToast(here, error));
  if (trial instanceof Response) return trial;
  const { works, starttls, heard, milliseconds } = trial;
  const word = !works ? "silent" : starttls ? "answers" : "answersPlain";
  return redirectWithToast(here, {
    key: `mailadmin:health.toast.receiver.${word}`,
    params: { heard: heard.slice(0, 200), milliseconds },
    tone: works ? "ok" : "danger",
  });
});
