import { saveDraft } from "~/domain/tickets/save-draft.server";
import { draftForm } from "~/domain/tickets/schema";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { agentAction } from "~/http/route.server";

/** What is typed, saved while typing. */
export const action = agentAction(async (ctx, { request, params }) => {
  await saveDraft(ctx, ticketNumber(params), await readInput(ctx, request, draftForm));
  return { savedAt: ctx.now.toISOString() };
});
