import { takeUploads } from "~/domain/files/take-uploads.server";
import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { insertMessage } from "./internal/insert-message.server";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { mentionAgents } from "./internal/mention-agents.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { storable } from "./message-body";
import { authorize, requireStaffActor } from "./policy";
import type { ComposeForm } from "./schema";
import type { Channel } from "./states";

/** An internal note; `@Name` of a member of staff tells that person. A second post of the same form changes nothing. */
export function addNote(
  ctx: Ctx,
  number: number,
  form: Pick<ComposeForm, "formId" | "text" | "files">,
  { channel = "agent" }: { channel?: Channel } = {},
): Promise<{ messageId: string }> {
  const { personId: authorId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.note", ticket);
    const messageId = form.formId ?? newId(ctx.now.getTime());
    const posted = form.formId
      ? await ctx.db.message.findUnique({ where: { id: form.formId }, select: { ticketId: true } })
      : null;
    if (posted && posted.ticketId !== ticket.id) throw conflict("common:error.409.text");
    if (posted) return { messageId };

    const body = { text: storable(form.text) };
    const attachments = await takeUploads(ctx, form.files);
    const message = { id: messageId, ticketId: ticket.id, kind: "note", side: "agent", authorId } as const;
    await insertMessage(ctx, { ...message, channel, body, sentAt: ctx.now, attachments });
    const mentions = await mentionAgents(ctx, messageId, body.text);
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { activityAt: ctx.now, messageCount: { increment: 1 } },
    });
    await ctx.db.draft.deleteMany({ where: { ticketId: ticket.id, personId: authorId, kind: "note" } });
    await recordEvent(ctx, "ticket.noted", { ticketId: ticket.id }, { messageId, mentions });
    touchTicket(ctx, ticket);
    return { messageId };
  });
}
