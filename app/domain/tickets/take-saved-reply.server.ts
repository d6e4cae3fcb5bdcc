import { notFound } from "~/lib/errors";
import { fillWords } from "~/lib/fill-words";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { readTicketWords } from "./internal/ticket-words.server";
import { visibleReplies } from "./internal/visible-replies.server";
import { requireStaffActor } from "./policy";
import { readReplyTexts, textFor } from "./saved-reply-schema";
import type { InsertedReply } from "./saved-reply-views";

/**
 * A saved reply for a ticket: the text in its language with the variables filled, and its files as uploads of the
 * agent's own, which refer to the same contents. 404 when agent or ticket does not get to it.
 */
export function takeSavedReply(ctx: Ctx, number: number, savedReplyId: string): Promise<InsertedReply> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { queueId, languages, values } = await readTicketWords(ctx, actor, number);
    const [reply] = await ctx.db.$queryRaw<{ texts: unknown }[]>`
      select r.texts from saved_reply r
      where r.id = ${savedReplyId}::uuid and r.archived_at is null and ${visibleReplies(actor)}
        and (r.owner_id is not null or r.queue_ids = '{}' or ${queueId}::uuid = any(r.queue_ids)) for share`;
    if (!reply) throw notFound();
    const { text } = textFor(readReplyTexts(reply.texts), languages);
    return { text: fillWords(text, values), uploads: await copyFiles(ctx, savedReplyId, actor.personId) };
  });
}

async function copyFiles(ctx: Ctx, savedReplyId: string, ownerId: string): Promise<InsertedReply["uploads"]> {
  const files = await ctx.db.savedReplyFile.findMany({
    where: { savedReplyId },
    orderBy: { position: "asc" },
    select: { fileId: true, name: true, type: true, file: { select: { size: true } } },
  });
  const uploads = files.map(({ file: { size }, ...file }) => ({ ...file, size, id: newId(ctx.now.getTime()) }));
  await ctx.db.upload.createMany({
    data: uploads.map(({ size: _size, ...upload }) => ({ ...upload, ownerId, createdAt: ctx.now })),
  });
  return uploads.map(({ id, name, size }) => ({ id, name, size }));
}
