import { z } from "zod";
import { insertSavedReply } from "~/domain/tickets/insert-saved-reply.server";
import { takeSavedReply } from "~/domain/tickets/take-saved-reply.server";
import { readInput } from "~/http/forms.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { conflict, DomainError } from "~/lib/errors";

const form = z.object({ kind: z.enum(["public", "note"]).default("public"), take: z.stringbool().default(false) });

/** A saved reply for the open composer (`take`), or put into the draft and back to the ticket. */
export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const savedReplyId = idParam(params, "savedReplyId");
  const { kind, take } = await readInput(ctx, request, form);
  if (take) return takeSavedReply(ctx, number, savedReplyId).catch(gone);
  await insertSavedReply(ctx, number, savedReplyId, kind);
  return redirectWithToast(`${paths.desk.ticket(number)}#composer`, { key: "replies:toast.inserted" });
});

/** Gone meanwhile: said in the composer, whose words must stay. */
const gone = (error: unknown): never => {
  throw error instanceof DomainError && error.kind === "not_found" ? conflict("replies:error.gone") : error;
};
