import { redirect } from "@remix-run/node";
import { archiveQueue } from "~/domain/routing/archive-queue.server";
import { restoreQueue } from "~/domain/routing/restore-queue.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("queues")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const queueId = idParam(params, "queueId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin(`queues/${queueId}`),
    () => (restore ? restoreQueue(ctx, queueId) : archiveQueue(ctx, queueId)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
