import { settleComment, settleCommentForm } from "~/domain/knowledge/settle-comment.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** A reader's words have been read, or should be read again. */
export const action = editorAction(async (ctx, { request }) => {
  const comment = await readInput(ctx, request, settleCommentForm);
  return actAndReturn(
    paths.desk.knowledge("comments", { show: comment.again ? "done" : null }),
    () => settleComment(ctx, comment),
    { key: comment.again ? "knowledge:toast.commentAgain" : "knowledge:toast.commentDone" },
  );
});
