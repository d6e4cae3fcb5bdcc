import { forbidden, invalid, notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findLockedTicket } from "./internal/locked-ticket.server";
import { mentionAgents } from "./internal/mention-agents.server";
import { touchTicket } from "./internal/touch-ticket.server";
import { snippetOf, storable } from "./message-body";
import { authorize, requireStaffActor } from "./policy";
import { MAX_TEXT } from "./schema";

/**
 * An agent corrects an own message or note; the words before are kept as a version. What customers wrote stays as
 * written. Answers the number of the ticket and of the version kept, 0 when nothing differs.
 */
export function editMessage(ctx: Ctx, messageId: string, text: string): Promise<{ number: number; version: number }> {
  const { personId } = requireStaffActor(ctx.actor);
  const words = storable(text).trim();
  if (!words) throw invalid("common:error.checkFields", { text: "tickets:error.text" });
  if (words.length > MAX_TEXT) throw invalid("common:error.checkFields", { text: "common:error.tooLong" });
  if (!isId(messageId)) throw notFound();
  return inTransaction(ctx, async (ctx) => {
    const named = await ctx.db.message.findUnique({ where: { id: messageId }, select: { ticketId: true } });
    const ticket = named && (await findLockedTicket(ctx, named.ticketId));
    if (!ticket) throw notFound();
    authorize(ctx.actor, "ticket.editMessage", ticket);
    const message = await ctx.db.message.findUniqueOrThrow({
      where: { id: messageId },
      select: {
        text: true,
        html: true,
        kind: true,
        side: true,
        authorId: true,
        _count: { select: { versions: true } },
      },
    });
    if (message.side !== "agent" || message.authorId !== personId) throw forbidden("tickets:error.notYours");
    if (message.text === words) return { number: ticket.number, version: 0 };

    const version = message._count.versions + 1;
    await ctx.db.messageVersion.createMany({
      data: [{ messageId, version, text: message.text, html: message.html, until: ctx.now, byId: personId }],
    });
    await ctx.db.message.updateMany({ where: { id: messageId }, data: { text: words, html: null, editedAt: ctx.now } });
    if (message.kind === "note") await mentionAgents(ctx, messageId, words);
    await refreshSnippet(ctx, ticket.id, message.kind === "public");
    await recordEvent(ctx, "ticket.message_edited", { ticketId: ticket.id }, { messageId, version });
    touchTicket(ctx, ticket);
    return { number: ticket.number, version };
  });
}

/** The snippet is the start of the last public message, which may be the edited one. */
async function refreshSnippet(ctx: Ctx, ticketId: string, isPublic: boolean): Promise<void> {
  const last = await ctx.db.message.findFirst({
    where: { ticketId, kind: "public", automatic: false },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  const publicly = isPublic && last ? { publicAt: ctx.now, snippet: snippetOf(last.text) } : {};
  await ctx.db.ticket.updateMany({ where: { id: ticketId }, data: { activityAt: ctx.now, ...publicly } });
}
