import { finishInboundMail, lockInboundMail, type InboundResult } from "~/domain/mail/inbound-result.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { claimSeen, makeSeenKey } from "~/domain/mail/seen-mail.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { decideThread, type ThreadVerdict } from "~/domain/mail/threading";
import { addBanner } from "~/domain/tickets/add-banner.server";
import { noteQueues } from "~/domain/tickets/note-queues.server";
import { openTicket } from "~/domain/tickets/open-ticket.server";
import { receiveAgentNote } from "~/domain/tickets/receive-agent-note.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { type Correspondents, readCorrespondents } from "./correspondents";
import { detectLanguage } from "./detect-language";
import { fileLoop, fileRepeat } from "./repeats.server";
import { findCorrespondents, findSender } from "./people-in-mail.server";
import { gatherThreadFacts } from "./gather-thread-facts.server";
import { listMailboxes } from "./list-mailboxes.server";
import { mailboxOf } from "./mailboxes";
import { addresseesOf, bodyOf, subjectOf } from "./message-from-mail";
import type { ReadMail } from "./read-mail.server";
import { addressedTo, targetsOf } from "./targets";

/** A mail with everything that was worked out before its transaction. */
type Case = {
  inbound: InboundWork;
  read: ReadMail;
  body: ReturnType<typeof bodyOf>;
  who: Correspondents;
  /** The first is the ticket's. */
  queueIds: string[];
  /** Our addresses that it was sent to. */
  addresses: string[];
  automatic: boolean;
};

/**
 * Stage `read` to `done`: decides where a mail belongs and writes all that follows, in one transaction. Repeats of a
 * mail become nothing new; mail of our own that comes back is noted and goes no further.
 */
export async function fileMail(ctx: Ctx, inbound: InboundWork, read: ReadMail): Promise<void> {
  const { mail } = read;
  const boxes = await listMailboxes(ctx);
  const isOurs = (address: string) =>
    mailboxOf(boxes, address) !== null || address.toLowerCase() === config().mail.from;
  const who = readCorrespondents(mail, inbound.envelopeFrom, isOurs);
  const job: Case = {
    inbound,
    read,
    who,
    body: bodyOf(mail, read.attachments),
    queueIds: targetsOf(mail, inbound.recipients, boxes),
    addresses: addressedTo(mail, inbound.recipients, boxes),
    automatic: mail.automatic.is || who.fromOurselves || who.sender === null,
  };
  const seenKey = makeSeenKey(mail.messageId, { ...mail, from: who.sender?.address ?? "" });
  const ownKey = mail.messageId && mail.from && isOurs(mail.from.address) ? readReplyKey(mail.messageId) : null;

  await inTransaction(ctx, async (ctx) => {
    if (!(await lockInboundMail(ctx, inbound.id, seenKey?.id ?? null))) return;
    if (ownKey !== null && ownKey !== "forged") return fileLoop(ctx, inbound, ownKey.outboundId);
    const seen = seenKey ? await claimSeen(ctx, seenKey, inbound.id) : { firstInboundId: null, marked: false };
    if (seen.firstInboundId) return fileRepeat(ctx, inbound, seen.firstInboundId, job.queueIds);
    await finishInboundMail(ctx, inbound.id, await decide(ctx, job, seen.marked));
  });
}

async function decide(ctx: Ctx, job: Case, marked: boolean): Promise<InboundResult> {
  const { mail } = job.read;
  const sender = await findSender(ctx, job.who.sender);
  const { facts, numbers } = await gatherThreadFacts(ctx, mail, job.inbound.recipients, sender);
  const { rule, verdict, forgedKey } = decideThread(facts);
  const result = await carryOut(ctx, { ...job, marked, rule, sender, numbers }, verdict);
  const { threadId, entryId } = result;
  if (forgedKey) await addBanner(ctx, threadId, { code: "forged_key", data: { messageId: entryId } });
  if (job.who.fromOurselves) await addBanner(ctx, threadId, { code: "own_address", data: {} });
  if (job.queueIds.length > 1) await noteQueues(ctx, threadId, job.queueIds);
  return { ...result, messageId: mail.messageId };
}

type Filing = Case & {
  marked: boolean;
  rule: string | null;
  sender: { personId: string; locale: string | null };
  numbers: ReadonlyMap<string, number>;
};
type Filed = InboundResult & { threadId: string; entryId: string };

async function carryOut(ctx: Ctx, filing: Filing, verdict: ThreadVerdict): Promise<Filed> {
  const { inbound, read, rule, marked, automatic, body } = filing;
  const common = {
    body,
    channel: "mail" as const,
    attachments: read.attachments,
    sentAt: inbound.receivedAt,
    inboundId: inbound.id,
    rule,
    marked,
    addressees: addresseesOf(read.mail),
  };
  if (verdict.kind === "agent") {
    const note = await receiveAgentNote(ctx, {
      ...common,
      automatic,
      ticketId: verdict.threadId,
      authorId: verdict.personId,
    });
    return { outcome: "joined", rule, threadId: note.ticketId, entryId: note.messageId };
  }
  const participantIds = await listParticipants(ctx, filing);
  if (verdict.kind === "join") {
    const joined = await receiveCustomerMessage(ctx, {
      ...common,
      automatic,
      participantIds,
      ticketId: verdict.threadId,
      authorId: verdict.personId,
    });
    const outcome = joined.outcome === "joined" ? "joined" : joined.outcome === "new" ? "opened" : "linked";
    return { outcome, rule, threadId: joined.ticketId, entryId: joined.messageId };
  }
  const linked = verdict.kind === "link" ? verdict.threadId : null;
  const opened = await openTicket(ctx, {
    ...common,
    automatic,
    participantIds,
    requesterId: filing.sender.personId,
    subject: subjectOf(read.mail),
    queueId: filing.queueIds[0] ?? null,
    addresses: filing.addresses,
    locale: languageOf(filing),
    links: linked ? [{ toId: linked, kind: "unknown_sender" }] : [],
    banners: linked ? [{ code: "unknown_sender", data: { number: filing.numbers.get(linked) ?? 0 } }] : [],
  });
  return { outcome: linked ? "linked" : "opened", rule, threadId: opened.ticketId, entryId: opened.messageId };
}

/** Whom a person wrote to takes part; a machine invites nobody. */
async function listParticipants(ctx: Ctx, { automatic, who }: Filing): Promise<string[]> {
  if (automatic || who.others.length === 0) return [];
  return [...(await findCorrespondents(ctx, who.others)).values()].map(({ personId }) => personId);
}

/** The language of the words, for senders who have not chosen one; null leaves it to person and queue. */
const languageOf = ({ sender, read: { mail } }: Filing): string | null =>
  sender.locale ? null : detectLanguage(`${mail.subject}\n${mail.visibleText}`);
