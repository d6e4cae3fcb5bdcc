import { followNews } from "~/domain/knowledge/follow-news.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths, safeReturnPath } from "~/http/paths";
import { personAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Starts or stops the mails about news; back to where the button was. */
export const action = personAction(async (ctx, { request, params }) => {
  const form = await readForm(ctx, request);
  const follow = form.get("follow") !== "no";
  await followNews(ctx, idParam(params, "newsId"), follow);
  const to = safeReturnPath(String(form.get("to") ?? ""), paths.help(ctx.locale));
  return redirectWithToast(to, { key: follow ? "portal:toast.followed" : "portal:toast.unfollowed" });
});
