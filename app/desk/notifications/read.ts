import { markNotificationsRead } from "~/domain/notifications/mark-notifications-read.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Marks all of one's own notifications read. */
export const action = agentAction(async (ctx) => {
  await markNotificationsRead(ctx, "all");
  return redirectWithToast(paths.desk.notifications(), { key: "desk:notifications.allRead" });
});
