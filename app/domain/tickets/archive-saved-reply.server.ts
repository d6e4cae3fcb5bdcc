import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { visibleReplies } from "./internal/visible-replies.server";
import { requireStaffActor } from "./policy";
import { mayChangeReply } from "./saved-reply-policy";

/** Takes a saved reply out of the composer, or with `restore` puts it back; doing it twice changes nothing. */
export async function archiveSavedReply(ctx: Ctx, savedReplyId: string, { restore = false } = {}): Promise<void> {
  const actor = requireStaffActor(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.$queryRaw<{ ownerId: string | null; archivedAt: Date | null }[]>`
      select r.owner_id::text as "ownerId", r.archived_at as "archivedAt" from saved_reply r
      where r.id = ${savedReplyId}::uuid and ${visibleReplies(actor)} for update`;
    if (!row) throw notFound();
    if (!mayChangeReply(actor, row.ownerId)) throw forbidden();
    if (restore === (row.archivedAt === null)) return;
    await ctx.db.savedReply.updateMany({
      where: { id: savedReplyId },
      data: { archivedAt: restore ? null : ctx.now },
    });
    await recordEvent(ctx, restore ? "saved_reply.restored" : "saved_reply.archived", {}, { savedReplyId });
  });
}
