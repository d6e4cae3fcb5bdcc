import { z } from "zod";
import { markNotificationsRead } from "~/domain/notifications/mark-notifications-read.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { redirect } from "@remix-run/node";

const form = z.object({ id: z.uuid("common:error.invalid").optional() });

/** Marks one, or all, of one's own notifications read. */
export const action = agentAction(async (ctx, { request }) => {
  const { id } = await readInput(ctx, request, form);
  await markNotificationsRead(ctx, id ? [id] : "all");
  if (id) return redirect(paths.desk.notifications());
  return redirectWithToast(paths.desk.notifications(), { key: "desk:notifications.allRead" });
});
