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
  /** Null where the mail has none; the same one is never a second message of the ticket. */
  messageId: string | null;
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
    const first = await findFirst(ctx, ticket.id, mail);
    if (first) return first;

    const messageId = newId(ctx.now.getTime());
    const reaches = await reachesTicket(ctx, ticket, mail.recipientIds);
    const sentAt = new Date(Math.min(Math.max(mail.sentAt.getTime(), ticket.createdAt.getTime()), ctx.now.getTime()));
    const { agent, ticketId, recipientIds, body, attachments, inboundId, addressees, marked } = mail;
    await insertMessage(ctx, {
      body,
      attachments,
      inboundId,
      addressees,
      marked,
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

/** What this mail, or a copy of it under the same Message-ID, has become before. */
async function findFirst(
  ctx: Ctx,
  ticketId: string,
  { inboundId, messageId }: SentMail,
): Promise<{ ticketId: string; messageId: string; public: boolean } | null> {
  const [first] = await ctx.db.$queryRaw<{ ticketId: string; messageId: string; public: boolean }[]>`
    select m.ticket_id::text as "ticketId", m.id::text as "messageId", m.kind = 'public' as public
    from message m
    where m.inbound_id = ${inboundId}::uuid or m.id = (
      select s.id from message s join inbound_mail i on i.id = s.inbound_id
      where s.ticket_id = ${ticketId}::uuid and s.rule = ${OWN_PROGRAM} and i.message_id = ${messageId ?? ""}
        and i.message_id <> '' order by s.id limit 1)
    limit 1`;
  return first ?? null;
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
