import { settleWish, wishForm } from "~/domain/search/settle-wish.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** A wanted answer is dealt with, or will not be written. */
export const action = editorAction(async (ctx, { request }) => {
  const wish = await readInput(ctx, request, wishForm);
  return actAndReturn(paths.desk.knowledge("to-write"), () => settleWish(ctx, wish), {
    key: `knowledge:toast.${wish.verdict}`,
  });
});
