import type { NewAttachment } from "~/domain/files/new-attachment";
import { takeUploads } from "~/domain/files/take-uploads.server";
import type { Ctx } from "~/platform/ctx.server";
import { type MessageBody, storable } from "../message-body";
import type { Channel, SendMode } from "../states";
import { countReply } from "./count-reply.server";
import { type Addressees, insertMessage, isAddressee } from "./insert-message.server";
import type { LockedTicket } from "./locked-ticket.server";
import { addresseesOf, listRecipients, mailMessage } from "./mail-message.server";
import { addParticipants, findPeopleBehind } from "./participants.server";
import { settleTickets } from "./settle-tickets.server";
import { touchTicket } from "./touch-ticket.server";

export type Reply = {
  id: string;
  agentId: string;
  text: string;
  cc: readonly string[];
  uploadIds: readonly string[];
  mode: SendMode;
  /** The moment of pressing Send: clocks and the conversation's order go by it. */
  pressedAt: Date;
  channel: Channel;
  /** Of a reply by mail: its words with their HTML, its files, whom it went to already, and the mail behind it. */
  mail?: {
    body: MessageBody;
    attachments: readonly NewAttachment[];
    participantIds: readonly string[];
    addressees: Addressees;
    inboundId: string;
    rule: string | null;
    marked: boolean;
  };
};

/** Makes a reply public in the running transaction: message, state, clocks, events and mails. `ctx` acts as the agent. */
export async function postReply(ctx: Ctx, ticket: LockedTicket, reply: Reply): Promise<void> {
  const { id: messageId, agentId: authorId, channel, pressedAt } = reply;
  const { mail } = reply;
  const body: MessageBody = mail ? mail.body : { text: storable(reply.text) };
  const invited = mail ? mail.participantIds : await findPeopleBehind(ctx, reply.cc);
  await addParticipants(ctx, ticket.id, invited);
  const attachments = mail ? mail.attachments : await takeUploads(ctx, reply.uploadIds);
  const everybody = await listRecipients(ctx, ticket.id, authorId);
  const recipients = everybody.filter(({ address }) => !isAddressee(mail?.addressees, address));
  await insertMessage(ctx, {
    id: messageId,
    ticketId: ticket.id,
    kind: "public",
    side: "agent",
    authorId,
    channel,
    body,
    sentAt: pressedAt,
    attachments,
    addressees: addresseesOf(everybody),
    ...(mail ? { inboundId: mail.inboundId, rule: mail.rule, marked: mail.marked } : {}),
  });

  await countReply(ctx, ticket, { messageId, text: body.text, mode: reply.mode, channel, pressedAt });
  await mailMessage(ctx, ticket, { messageId, side: "agent", authorId, body, attachments }, recipients);
  await settleTickets(ctx, [{ id: ticket.id, before: ticket, at: pressedAt }]);
  touchTicket(ctx, ticket);
}
