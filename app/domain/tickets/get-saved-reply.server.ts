import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { visibleReplies } from "./internal/visible-replies.server";
import { requireStaffActor } from "./policy";
import { mayChangeReply } from "./saved-reply-policy";
import { readReplyTexts } from "./saved-reply-schema";
import type { SavedReplyDetails } from "./saved-reply-views";

/** One saved reply that the agent sees, or 404. */
export async function getSavedReply(ctx: Ctx, savedReplyId: string): Promise<SavedReplyDetails> {
  const actor = requireStaffActor(ctx.actor);
  type Row = Omit<SavedReplyDetails, "texts" | "mayChange" | "shared"> & { texts: unknown; ownerId: string | null };
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select r.id::text as id, r.name, r.owner_id::text as "ownerId", r.queue_ids::text[] as "queueIds", r.texts,
      r.archived_at as "archivedAt",
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', s.size) order by f.position), '[]')
        from saved_reply_file f join stored_file s on s.id = f.file_id where f.saved_reply_id = r.id) as files
    from saved_reply r where r.id = ${savedReplyId}::uuid and ${visibleReplies(actor)}`;
  if (!row) throw notFound();
  const { ownerId, texts, ...rest } = row;
  return { ...rest, texts: readReplyTexts(texts), shared: ownerId === null, mayChange: mayChangeReply(actor, ownerId) };
}
