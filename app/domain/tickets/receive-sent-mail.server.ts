import type { NewAttachment } from "~/domain/files/new-attachment";
import { newId } from "~/lib/id";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { countReply } from "./internal/count-reply.server";
import { rememberDetour } from "./internal/detours.server";
import { type Addressees, insertMessage } from "./internal/insert-message.server";
import { type LockedTicket, lockMergeTarget } from "./internal/locked-ticket.server";
import { mentionAgents } from "./internal/mention-agents.server";
import { addParticipants } from "./internal/participants.server";
import { settleTickets } from "./internal/settle-tickets.server";
import { touchTicket } from "./internal/touch-ticket.server";
import type { MessageBody } from "./message-body";
import { mayTicket } from "./policy";
import { OWN_PROGRAM } from "./own-program";

export type SentMail = {
  ticketId: string;
  agent: PersonActor;
  body: MessageBody;
  attachments: readonly NewAttachment[];
  sentAt: Date;
  inboundId: string;
  marked?: boolean;
  addressees: Addressees;
  /** The people in To and Cc. */
  recipientIds: readonly string[];
};

/**
 * Files what an agent has sent from the own mail program with its ticket: to somebody of the ticket it is the agent's
 * public reply, which counts for state and clocks and is mailed to nobody again; to others alone it is a note, since the
 * customer was not written to. On a closed ticket it changes no state. Null when the agent may not answer there.
 */
export function receiveSentMail(
  ctx: Ctx,
  mail: SentMail,
): Promise<{ ticketId: string; messageId: string; public: boolean } | null> {
  return inTransaction({ ...ctx, actor: mail.agent }, async (ctx) => {
    const ticket = await lockMergeTarget(ctx, mail.ticketId);
    if (!ticket || ticket.deletedAt || !mayTicket(mail.agent, "ticket.reply", ticket)) return null;
    const first = await ctx.db.message.findUnique({
      where: { inboundId: mail.inboundId },
      select: { id: true, ticketId: true, kind: true },
    });
    if (first) return { ticketId: first.ticketId, messageId: first.id, public: first.kind === "public" };

    const messageId = newId(ctx.now.getTime());
    const reaches = await reachesTicket(ctx, ticket, mail.recipientIds);
    const sentAt = mail.sentAt < ctx.now ? mail.sentAt : ctx.now;
    const { agent, ticketId, recipientIds, ...words } = mail;
    await insertMessage(ctx, {
      ...words,
      id: messageId,
      ticketId: ticket.id,
      kind: reaches ? "public" : "note",
      side: "agent",
      authorId: agent.personId,
      channel: "mail",
      rule: OWN_PROGRAM,
      sentAt,
    });
    await rememberDetour(ctx, messageId, ticketId, ticket.id);
    if (reaches && ticket.state !== "closed") {
      await addParticipants(ctx, ticket.id, recipientIds);
      const text = mail.body.text;
      await countReply(ctx, ticket, { messageId, text, mode: "wait", channel: "mail", pressedAt: sentAt });
      await settleTickets(ctx, [{ id: ticket.id, before: ticket, at: sentAt }]);
    } else await countQuietly(ctx, ticket, messageId, mail.body.text, reaches);
    touchTicket(ctx, ticket);
    return { ticketId: ticket.id, messageId, public: reaches };
  });
}

/** Whether the ticket's requester or a participant is among the recipients. */
async function reachesTicket(ctx: Ctx, ticket: LockedTicket, recipientIds: readonly string[]): Promise<boolean> {
  if (recipientIds.includes(ticket.requesterId)) return true;
  const personId = { in: [...recipientIds] };
  return (await ctx.db.ticketParticipant.count({ where: { ticketId: ticket.id, personId } })) > 0;
}

/** A note, or words on a closed ticket: one message more, and no state moves. */
async function countQuietly(ctx: Ctx, ticket: LockedTicket, messageId: string, text: string, reaches: boolean) {
  const seen = reaches ? { publicAt: ctx.now } : {};
  await ctx.db.ticket.updateMany({
    where: { id: ticket.id },
    data: { messageCount: { increment: 1 }, activityAt: ctx.now, ...seen },
  });
  const about = { ticketId: ticket.id };
  if (reaches) await recordEvent(ctx, "ticket.replied", about, { channel: "mail", messageId, mode: "wait" });
  else {
    const mentions = await mentionAgents(ctx, messageId, text);
    await recordEvent(ctx, "ticket.noted", about, { messageId, mentions });
  }
}
