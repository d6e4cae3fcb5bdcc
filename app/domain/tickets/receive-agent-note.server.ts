import type { NewAttachment } from "~/domain/files/new-attachment";
import { notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { rememberDetour } from "./internal/detours.server";
import { type Addressees, insertMessage } from "./internal/insert-message.server";
import { lockMergeTarget } from "./internal/locked-ticket.server";
import { mentionAgents } from "./internal/mention-agents.server";
import { touchTicket } from "./internal/touch-ticket.server";
import type { MessageBody } from "./message-body";

export type AgentNote = {
  ticketId: string;
  authorId: string;
  body: MessageBody;
  channel: "mail";
  attachments?: readonly NewAttachment[];
  sentAt?: Date | null;
  /** The mail that the note is; absent when it is only a part of one. */
  inboundId?: string | null;
  rule?: string | null;
  automatic?: boolean;
  marked?: boolean;
  addressees?: Addressees | null;
};

/**
 * An agent answers a notice from the own mail program: always an internal note, in whatever state the ticket is; on a
 * merged one it lands in the target; an automatic answer is kept and moves nothing. The caller has made sure, by a key
 * issued to the agent, who writes.
 */
export function receiveAgentNote(ctx: Ctx, note: AgentNote): Promise<{ ticketId: string; messageId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockMergeTarget(ctx, note.ticketId);
    if (!ticket) throw notFound();
    const first = note.inboundId
      ? await ctx.db.message.findUnique({ where: { inboundId: note.inboundId }, select: { id: true, ticketId: true } })
      : null;
    if (first) return { ticketId: first.ticketId, messageId: first.id };

    const messageId = newId(ctx.now.getTime());
    const { authorId, sentAt, ticketId: _, ...words } = note;
    const at = sentAt && sentAt < ctx.now ? sentAt : ctx.now;
    await insertMessage(ctx, {
      ...words,
      id: messageId,
      ticketId: ticket.id,
      kind: "note",
      side: "agent",
      authorId,
      sentAt: at,
    });
    await rememberDetour(ctx, messageId, note.ticketId, ticket.id);
    await ctx.db.ticket.updateMany({
      where: { id: ticket.id },
      data: { messageCount: { increment: 1 }, ...(note.automatic ? {} : { activityAt: ctx.now }) },
    });
    if (!note.automatic) {
      const mentions = await mentionAgents(ctx, messageId, note.body.text);
      const agent = { kind: "person", personId: authorId, role: "agent", sharedOrganizationId: null } as const;
      const asAgent = { ...ctx, actor: { ...agent, queueIds: [] } };
      await recordEvent(asAgent, "ticket.noted", { ticketId: ticket.id }, { messageId, mentions });
    }
    touchTicket(ctx, ticket);
    return { ticketId: ticket.id, messageId };
  });
}
