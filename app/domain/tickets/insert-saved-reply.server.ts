import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { appendToDraft } from "./append-to-draft.server";
import type { MessageKind } from "./states";
import { takeSavedReply } from "./take-saved-reply.server";

/** Puts a saved reply behind what the agent's draft says already; what was typed and attached stays. */
export function insertSavedReply(ctx: Ctx, number: number, savedReplyId: string, kind: MessageKind): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { text, uploads } = await takeSavedReply(ctx, number, savedReplyId);
    await appendToDraft(ctx, number, { kind, text, uploadIds: uploads.map(({ id }) => id) });
  });
}
