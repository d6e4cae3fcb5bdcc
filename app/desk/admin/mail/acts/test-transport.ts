import { redirect } from "@remix-run/node";
import { testTransport } from "~/domain/mail/test-transport.server";
import { refusalToast } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail")));

/** Connects to the way out, without sending. */
export const action = adminAction(async (ctx) => {
  const here = paths.desk.admin("mail");
  const trial = await testTransport(ctx).catch((error) => refusalToast(here, error));
  if (trial instanceof Response) return trial;
  const { transport, reason, detail, milliseconds } = trial;
  if (reason === null)
    return redirectWithToast(here, {
      key: `mailadmin:health.toast.connected.${transport}`,
      params: { milliseconds },
    });
  const why = translator(ctx.locale)(`desk:reason.${reason}`);
  return redirectWithToast(here, {
    key: "mailadmin:health.toast.notConnected",
    params: { reason: why, detail: detail.slice(0, 300) },
    tone: "danger",
  });
});
