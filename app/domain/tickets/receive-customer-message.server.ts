import { takeUploads } from "~/domain/files/take-uploads.server";
import { conflict, notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { type CustomerMessage, joinTicket } from "./internal/join-ticket.server";
import { type LockedTicket, lockMergeTarget, seesTicket } from "./internal/locked-ticket.server";
import { readJoiningFacts } from "./internal/read-joining-facts.server";
import { reopensWhenClosed } from "./internal/reopens-when-closed.server";
import { rememberDetour } from "./internal/detours.server";
import { openTicket } from "./open-ticket.server";
import { authorize } from "./policy";

export type { CustomerMessage };

export type ReceivedMessage = {
  outcome: "joined" | "follow_up" | "new";
  ticketId: string;
  number: number;
  messageId: string;
};

/**
 * A customer writes on a ticket. A merged ticket's mail lands in its target; solved reopens; closed reopens or opens a
 * linked follow-up, as the mail settings say; deleted opens a new ticket; automatic mail is kept and moves nothing. Who writes takes part from then on, but
 * for an `outsider`, who would else read on by naming a number.
 * Once its message exists (`messageId` or `inboundId`) a repeat changes nothing. 404 when the ticket is gone for good.
 */
export function receiveCustomerMessage(ctx: Ctx, message: CustomerMessage): Promise<ReceivedMessage> {
  return inTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind === "person" && !(await seesTicket(ctx, message.ticketId))) throw notFound();
    const ticket = await lockMergeTarget(ctx, message.ticketId);
    if (!ticket) throw notFound();
    const facts = await readJoiningFacts(ctx, ticket, message);
    if (!facts) throw notFound();
    if (facts.repeat) {
      const { authorId, ...first } = facts.repeat;
      if (authorId !== message.authorId) throw conflict("common:error.409.text");
      return { outcome: "joined", ...first };
    }
    if (ticket.deletedAt) return openInstead(ctx, ticket, message, "new");
    if (ticket.state === "closed" && !message.automatic && !(await reopensWhenClosed(ctx, ticket)))
      return openInstead(ctx, ticket, message, "follow_up");
    authorize(ctx.actor, "ticket.reply", ticket);

    const messageId = message.messageId ?? newId(ctx.now.getTime());
    await joinTicket(ctx, ticket, { ...message, messageId }, facts);
    await rememberDetour(ctx, messageId, message.ticketId, ticket.id);
    return { outcome: "joined", ticketId: ticket.id, number: ticket.number, messageId };
  });
}

/** What the old ticket cannot take any more: a follow-up keeps its people and points back, a new one starts afresh. */
async function openInstead(
  ctx: Ctx,
  old: LockedTicket,
  message: CustomerMessage,
  outcome: "follow_up" | "new",
): Promise<ReceivedMessage> {
  const { ticketId: _, uploadIds = [], outsider, ...words } = message;
  const people = outcome === "follow_up" ? await listPeople(ctx, old.id) : [];
  const newcomers = outsider ? [] : [...(message.participantIds ?? []), message.authorId];
  const attachments = [...(message.attachments ?? []), ...(await takeUploads(ctx, uploadIds))];
  // The follow-up may belong to the first requester though a colleague writes, which only the product itself may open.
  const opened = await openTicket(
    { ...ctx, actor: ctx.actor.kind === "person" ? { kind: "system" } : ctx.actor },
    {
      ...words,
      attachments,
      requesterId: outcome === "follow_up" ? old.requesterId : message.authorId,
      participantIds: [...people, ...newcomers],
      subject: old.subject,
      queueId: old.queueId,
      typeId: old.typeId,
      priority: old.priority,
      locale: old.locale,
      address: old.address,
      links: outcome === "follow_up" ? [{ toId: old.id, kind: "follow_up" }] : [],
    },
  );
  return { outcome, ticketId: opened.ticketId, number: opened.number, messageId: opened.messageId };
}

async function listPeople(ctx: Ctx, ticketId: string): Promise<string[]> {
  const rows = await ctx.db.ticketParticipant.findMany({
    where: { ticketId, mutedAt: null },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
