import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";
import { saveDraft } from "./save-draft.server";
import type { MessageKind } from "./states";
import { takeSavedReply } from "./take-saved-reply.server";

/** Puts a saved reply behind what the agent's draft says already; what was typed and attached stays. */
export function insertSavedReply(ctx: Ctx, number: number, savedReplyId: string, kind: MessageKind): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { id } = await findVisibleTicket(ctx, number);
    const [draft] = await ctx.db.$queryRaw<{ text: string; cc: string[]; files: string[] }[]>`
      select text, cc, upload_ids::text[] as files from draft
      where ticket_id = ${id}::uuid and person_id = ${personId}::uuid and kind = ${kind}::message_kind for update`;
    const { text, uploads } = await takeSavedReply(ctx, number, savedReplyId);
    const typed = draft?.text.trimEnd() ?? "";
    await saveDraft(ctx, number, {
      kind,
      text: typed ? `${typed}\n\n${text}` : text,
      cc: draft?.cc ?? [],
      files: [...(draft?.files ?? []), ...uploads.map((upload) => upload.id)],
    });
  });
}
