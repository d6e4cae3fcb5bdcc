import { redirect } from "@remix-run/node";
import { renewFilingKey } from "~/domain/routing/renew-filing-key.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Looking does nothing. */
export const loader = agentLoader(async () => redirect(paths.desk.account()));

/** Another private filing address; the old one takes no more mail. */
export const action = agentAction(async (ctx) => {
  await renewFilingKey(ctx);
  return redirectWithToast(`${paths.desk.account()}#filing`, { key: "replies:toast.filingRenewed" });
});
