import { takeUploads } from "~/domain/files/take-uploads.server";
import { forbidden, invalid, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { visibleReplies } from "./internal/visible-replies.server";
import { storable } from "./message-body";
import { requireStaffActor } from "./policy";
import { unknownVariables } from "./reply-variables";
import { mayChangeReply } from "./saved-reply-policy";
import { MAX_REPLY_FILES, REPLY_LANGUAGES, type SavedReplyForm } from "./saved-reply-schema";

/**
 * Writes a saved reply, a new one when `savedReplyId` is null: agents their own, administrators also those for all.
 * Refused are no text at all, variables that nobody fills (at the language's field), and queues that are gone.
 */
export function saveReply(
  ctx: Ctx,
  savedReplyId: string | null,
  form: SavedReplyForm,
): Promise<{ savedReplyId: string }> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const before = savedReplyId ? await lockReply(ctx, actor, savedReplyId) : null;
    const ownerId = before ? before.ownerId : form.shared ? null : actor.personId;
    if (!mayChangeReply(actor, ownerId)) throw forbidden();
    checkTexts(form);
    const queueIds = ownerId === null ? await existingQueues(ctx, form.queueIds) : [];
    const words = {
      name: storable(form.name),
      texts: Object.fromEntries(REPLY_LANGUAGES.map((locale) => [locale, storable(form.texts[locale].trim())])),
      queueIds,
      updatedAt: ctx.now,
    };
    const id = savedReplyId ?? newId(ctx.now.getTime());
    if (before) await ctx.db.savedReply.updateMany({ where: { id }, data: words });
    else await ctx.db.savedReply.createMany({ data: [{ id, ownerId, createdAt: ctx.now, ...words }] });
    await writeFiles(ctx, id, form);
    await recordEvent(ctx, before ? "saved_reply.changed" : "saved_reply.created", {}, { savedReplyId: id });
    return { savedReplyId: id };
  });
}

async function lockReply(ctx: Ctx, actor: PersonActor, id: string): Promise<{ ownerId: string | null }> {
  const [row] = await ctx.db.$queryRaw<{ ownerId: string | null }[]>`
    select r.owner_id::text as "ownerId" from saved_reply r
    where r.id = ${id}::uuid and ${visibleReplies(actor)} for update`;
  if (!row) throw notFound();
  return row;
}

function checkTexts({ texts }: SavedReplyForm): void {
  const unknown = REPLY_LANGUAGES.map((locale) => ({ locale, names: unknownVariables(texts[locale]) })).filter(
    ({ names }) => names.length,
  );
  if (unknown.length) {
    const names = [...new Set(unknown.flatMap((wrong) => wrong.names))].map((name) => `{{${name}}}`).join(", ");
    const fields = unknown.map(({ locale }) => [`texts.${locale}`, "replies:error.variable"]);
    throw invalid("common:error.checkFields", Object.fromEntries(fields) as Record<string, string>, { names });
  }
  if (REPLY_LANGUAGES.every((locale) => !texts[locale].trim()))
    throw invalid("common:error.checkFields", { "texts.en": "replies:error.noText" });
}

async function existingQueues(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const found = await ctx.db.queue.findMany({ where: { id: { in: wanted }, archivedAt: null }, select: { id: true } });
  if (found.length < wanted.length) throw invalid("common:error.checkFields", { queueIds: "common:error.invalid" });
  return wanted;
}

/** Those kept stay in their order; new ones come behind them. */
async function writeFiles(ctx: Ctx, savedReplyId: string, { kept, files }: SavedReplyForm): Promise<void> {
  await ctx.db.savedReplyFile.deleteMany({ where: { savedReplyId, id: { notIn: kept } } });
  const stay = await ctx.db.savedReplyFile.findMany({
    where: { savedReplyId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  const fresh = await takeUploads(ctx, files);
  if (stay.length + fresh.length > MAX_REPLY_FILES)
    throw invalid("common:error.checkFields", { files: "common:error.tooManyFiles" }, { count: MAX_REPLY_FILES });
  const from = (stay[0]?.position ?? -1) + 1;
  await ctx.db.savedReplyFile.createMany({
    data: fresh.map(({ fileId, name, type }, i) => ({
      id: newId(ctx.now.getTime()),
      savedReplyId,
      fileId,
      name,
      type,
      position: from + i,
    })),
  });
}
