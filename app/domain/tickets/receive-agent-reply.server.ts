import { isStaff } from "~/domain/identity/session-person";
import type { NewAttachment } from "~/domain/files/new-attachment";
import { newId } from "~/lib/id";
import type { Ctx, PersonActor, Role } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { addBanner } from "./add-banner.server";
import "./events";
import { rememberDetour } from "./internal/detours.server";
import type { Addressees } from "./internal/insert-message.server";
import { type LockedTicket, lockMergeTarget } from "./internal/locked-ticket.server";
import { postReply } from "./internal/post-reply.server";
import type { MessageBody } from "./message-body";
import { mayTicket } from "./policy";
import { receiveAgentNote } from "./receive-agent-note.server";
import type { SendMode } from "./states";

export type AgentReply = {
  ticketId: string;
  authorId: string;
  /** The agent's words alone: what is quoted in them is not for the customer. */
  body: MessageBody;
  attachments: readonly NewAttachment[];
  sentAt: Date;
  inboundId: string;
  rule: string | null;
  marked: boolean;
  addressees: Addressees;
  /** Others whom the agent wrote to: they take part from then on and have the mail already. */
  participantIds: readonly string[];
};

export type ReceivedReply = { ticketId: string; messageId: string; public: boolean };

/**
 * An agent's mail becomes the agent's public reply, as a reply on the desk in the queue's way of sending: state, clocks,
 * mails. On a ticket that is closed, deleted or not the agent's to answer it is a note, and a banner says that the
 * customer did not get it. The caller has made sure, by a key issued to the agent, who writes. A repeat changes nothing.
 */
export function receiveAgentReply(ctx: Ctx, reply: AgentReply): Promise<ReceivedReply> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockMergeTarget(ctx, reply.ticketId);
    const facts = await readFacts(ctx, reply);
    if (facts?.posted) return { ...facts.posted, public: facts.posted.kind === "public" };
    const agent = facts && isStaff(facts.role) ? toActor(reply.authorId, facts) : null;
    if (!ticket || !facts || !agent || !mayReply(agent, ticket)) return keepAsNote(ctx, reply, ticket);
    const messageId = newId(ctx.now.getTime());
    const { body, attachments, participantIds, addressees, inboundId, rule, marked } = reply;
    await postReply({ ...ctx, actor: agent }, ticket, {
      id: messageId,
      agentId: agent.personId,
      text: body.text,
      cc: [],
      uploadIds: [],
      mode: facts.sendMode,
      pressedAt: reply.sentAt < ctx.now ? reply.sentAt : ctx.now,
      channel: "mail",
      mail: { body, attachments, participantIds, addressees, inboundId, rule, marked },
    });
    await rememberDetour(ctx, messageId, reply.ticketId, ticket.id);
    return { ticketId: ticket.id, messageId, public: true };
  });
}

const mayReply = (agent: PersonActor, ticket: LockedTicket): boolean =>
  ticket.state !== "closed" && !ticket.deletedAt && mayTicket(agent, "ticket.reply", ticket);

async function keepAsNote(ctx: Ctx, reply: AgentReply, ticket: LockedTicket | null): Promise<ReceivedReply> {
  const { participantIds: _, ...note } = reply;
  const kept = await receiveAgentNote(ctx, { ...note, channel: "mail" });
  const why = ticket?.deletedAt ? "deleted" : ticket?.state === "closed" ? "closed" : "forbidden";
  await addBanner(ctx, kept.ticketId, { code: `reply_not_sent.${why}`, data: { messageId: kept.messageId } });
  return { ...kept, public: false };
}

type Facts = {
  role: Role;
  queueIds: string[];
  sendMode: SendMode;
  posted: { ticketId: string; messageId: string; kind: "public" | "note" } | null;
};

/** Who works here no more speaks no more. */
async function readFacts(ctx: Ctx, { authorId, ticketId, inboundId }: AgentReply): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select p.role::text as role, q.send_mode::text as "sendMode",
      array(select m.queue_id::text from queue_member m where m.person_id = p.id) as "queueIds",
      (select json_build_object('ticketId', m.ticket_id, 'messageId', m.id, 'kind', m.kind)
        from message m where m.inbound_id = ${inboundId}::uuid) as posted
    from person p join ticket t on t.id = ${ticketId}::uuid join queue q on q.id = t.queue_id
    where p.id = ${authorId}::uuid and p.deactivated_at is null`;
  return row ?? null;
}

const toActor = (personId: string, { role, queueIds }: Facts): PersonActor => ({
  kind: "person",
  personId,
  role,
  sharedOrganizationId: null,
  queueIds,
});
