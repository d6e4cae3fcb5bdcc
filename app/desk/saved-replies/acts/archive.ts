import { redirect } from "@remix-run/node";
import { archiveSavedReply } from "~/domain/tickets/archive-saved-reply.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader } from "~/http/route.server";
import { archiveForm } from "../../admin/move-form";

/** Looking does nothing. */
export const loader = agentLoader(async () => redirect(paths.desk.savedReplies()));

/** Out of the composer, or back. */
export const action = agentAction(async (ctx, { request, params }) => {
  const savedReplyId = idParam(params, "savedReplyId");
  const restore = (await readInput(ctx, request, archiveForm)).restore === "yes";
  return actAndReturn(paths.desk.savedReplies(savedReplyId), () => archiveSavedReply(ctx, savedReplyId, { restore }), {
    key: restore ? "desk:toast.restored" : "desk:toast.archived",
  });
});
