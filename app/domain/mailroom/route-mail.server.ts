import type { InboundOutcome } from "~/generated/prisma/enums";
import type { ThreadVerdict } from "~/domain/mail/threading";
import { addBanner } from "~/domain/tickets/add-banner.server";
import { noteQueues } from "~/domain/tickets/note-queues.server";
import { openTicket } from "~/domain/tickets/open-ticket.server";
import { receiveAgentNote } from "~/domain/tickets/receive-agent-note.server";
import { receiveAgentReply } from "~/domain/tickets/receive-agent-reply.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { tagAndFollow } from "~/domain/tickets/tag-and-follow.server";
import type { Ctx } from "~/platform/ctx.server";
import { readAgentWords } from "./agent-words";
import type { Filing } from "./filing";
import { addresseesOf, bodyOf } from "./message-from-mail";
import { readOpening } from "./read-opening.server";
import { findCorrespondents } from "./people-in-mail.server";

export type Routed = {
  outcome: InboundOutcome;
  /** In the words of the trace. */
  result: "opened" | "joined" | "linked" | "noted" | "replied";
  threadId: string;
  entryId: string;
  queueId: string | null;
};

/**
 * Where a mail goes; `outsider`: its words join, and its sender takes no part; `released`: a colleague let an agent's
 * held mail through, on whose word nobody speaks to the customer.
 */
export type Place = ThreadVerdict & { outsider?: boolean; released?: boolean };

/** Makes the message that a mail is, with all that follows, in the caller's transaction. */
export async function routeMail(ctx: Ctx, filing: Filing, place: Place): Promise<Routed> {
  const routed = await carryOut(ctx, filing, place);
  const { threadId, entryId } = routed;
  if (filing.forgedKey) await addBanner(ctx, threadId, { code: "forged_key", data: { messageId: entryId } });
  if (filing.who.fromOurselves) await addBanner(ctx, threadId, { code: "own_address", data: {} });
  const { queueIds } = filing.read.targets;
  if (queueIds.length > 1) await noteQueues(ctx, threadId, queueIds);
  return routed;
}

async function carryOut(ctx: Ctx, filing: Filing, verdict: Place): Promise<Routed> {
  if (verdict.kind === "agent") return fileAgentMail(ctx, filing, verdict);
  const participantIds = verdict.outsider ? [] : await listParticipants(ctx, filing);
  if (verdict.kind === "join") return join(ctx, filing, verdict, participantIds);
  return open(ctx, filing, verdict.kind === "link" ? verdict.threadId : null, participantIds);
}

const commonOf = ({ inbound, read, rule, marked, releasedAt }: Filing) => ({
  attachments: read.attachments,
  sentAt: inbound.receivedAt,
  waitsFrom: releasedAt,
  inboundId: inbound.id,
  rule,
  marked,
  addressees: addresseesOf(read.mail),
});

/** Public only as the answer to a notice of a public message, and only without `#note` on top. */
async function fileAgentMail(
  ctx: Ctx,
  filing: Filing,
  { threadId, personId, ofPublic, released }: Extract<Place, { kind: "agent" }>,
): Promise<Routed> {
  const { read, automatic } = filing;
  const words = readAgentWords(bodyOf(read.mail, read.attachments), read.mail.visibleText);
  const speaks = ofPublic && !words.note && !automatic && (words.reply.text !== "" || read.attachments.length > 0);
  const common = { ...commonOf(filing), ticketId: threadId, authorId: personId };
  if (speaks && !released) {
    const attachments = read.attachments.map((file) => ({ ...file, inline: false }));
    const participantIds = await listParticipants(ctx, filing);
    const reply = { ...common, body: words.reply, attachments, participantIds };
    const { ticketId, messageId, ...said } = await receiveAgentReply(ctx, reply);
    const result = said.public ? "replied" : "noted";
    return { outcome: "joined", result, threadId: ticketId, entryId: messageId, queueId: null };
  }
  const note = await receiveAgentNote(ctx, { ...common, channel: "mail", body: words.whole, automatic });
  if (speaks) await addBanner(ctx, note.ticketId, { code: "reply_not_sent.held", data: { messageId: note.messageId } });
  return { outcome: "joined", result: "noted", threadId: note.ticketId, entryId: note.messageId, queueId: null };
}

async function join(
  ctx: Ctx,
  filing: Filing,
  { threadId, personId, outsider }: Extract<Place, { kind: "join" }>,
  participantIds: string[],
): Promise<Routed> {
  const { read, automatic, decision } = filing;
  const joined = await receiveCustomerMessage(ctx, {
    ...commonOf(filing),
    body: bodyOf(read.mail, read.attachments),
    channel: "mail",
    automatic,
    outsider,
    participantIds,
    ticketId: threadId,
    authorId: personId,
  });
  if (decision) await tagAndFollow(ctx, joined.ticketId, decision.actions);
  const result = joined.outcome === "joined" ? "joined" : joined.outcome === "new" ? "opened" : "linked";
  return { outcome: result, result, threadId: joined.ticketId, entryId: joined.messageId, queueId: null };
}

async function open(ctx: Ctx, filing: Filing, linked: string | null, participantIds: string[]): Promise<Routed> {
  const { read, automatic, decision, numbers } = filing;
  const { queueIds, addresses } = read.targets;
  const actions = decision?.actions;
  const queueId = actions?.queueId ?? queueIds[0] ?? null;
  const keptByMail = [
    ...(actions?.queueId ? ["queue" as const] : []),
    ...(actions?.priority ? ["priority" as const] : []),
  ];
  const opened = await openTicket(ctx, {
    ...commonOf(filing),
    ...(await readOpening(ctx, filing)),
    channel: "mail",
    automatic,
    participantIds: filing.forward ? [] : participantIds,
    queueId,
    addresses,
    priority: actions?.priority ?? null,
    typeId: actions?.typeId ?? null,
    tags: actions?.tags ?? [],
    assigneeId: actions?.assigneeId ?? null,
    followerIds: followersOf(filing),
    answer: actions?.answer ?? null,
    ...(keptByMail.length || actions?.assigneeId ? { keptByMail } : {}),
    links: linked ? [{ toId: linked, kind: "unknown_sender" }] : [],
    banners: linked ? [{ code: "unknown_sender", data: { number: numbers.get(linked) ?? 0 } }] : [],
  });
  if (opened.created) await keepComment(ctx, filing, opened.ticketId);
  const result = linked ? "linked" : "opened";
  return { outcome: result, result, threadId: opened.ticketId, entryId: opened.messageId, queueId: opened.queueId };
}

/** What a member of staff wrote above a forwarded mail. */
async function keepComment(ctx: Ctx, { forward, sender }: Filing, ticketId: string): Promise<void> {
  if (!forward?.comment || !sender.known) return;
  const note = { ticketId, authorId: sender.known.personId, body: { text: forward.comment }, channel: "mail" } as const;
  await receiveAgentNote(ctx, note);
}

/** Those whom the rules name, and the member of staff who forwarded the mail. */
const followersOf = ({ decision, forward, sender }: Filing): string[] => [
  ...(decision?.actions.followerIds ?? []),
  ...(forward && sender.known ? [sender.known.personId] : []),
];

/** Whom a person wrote to takes part; a machine invites nobody. */
async function listParticipants(ctx: Ctx, { automatic, who }: Filing): Promise<string[]> {
  if (automatic || who.others.length === 0) return [];
  return [...(await findCorrespondents(ctx, who.others)).values()].map(({ personId }) => personId);
}
