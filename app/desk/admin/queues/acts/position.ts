import { redirect } from "@remix-run/node";
import { moveQueue } from "~/domain/routing/move-queue.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { moveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("queues")));

export const action = adminAction(async (ctx, { request, params }) => {
  const { by } = await readInput(ctx, request, moveForm);
  await moveQueue(ctx, idParam(params, "queueId"), by);
  return redirect(paths.desk.admin("queues"));
});
