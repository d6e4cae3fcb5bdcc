import { decisionForm } from "~/domain/mailroom/decision-schema";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { DomainError } from "~/lib/errors";
import { decide } from "../decide.server";

/** A decision by one button; who comes second hears of it on the mail's page. */
export const action = agentAction(async (ctx, { request, params }) => {
  const id = idParam(params, "inboundId");
  const form = await readInput(ctx, request, decisionForm);
  try {
    const { to, toast } = await decide(ctx, id, form);
    return await redirectWithToast(to, toast);
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== "conflict") throw error;
    return redirectWithToast(paths.desk.mail(id), { key: error.code, params: error.params, tone: "danger" });
  }
});
