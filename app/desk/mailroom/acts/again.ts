import { reprocessMail } from "~/domain/mailroom/reprocess-mail.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";

/** The whole chain once more, with today's rules. */
export const action = agentAction(async (ctx, { params }) => {
  const id = idParam(params, "inboundId");
  return actAndReturn(paths.desk.mail(id), () => reprocessMail(ctx, id), { key: "mailroom:toast.again" });
});
