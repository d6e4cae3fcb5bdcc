import { findFilingAgent, type FilingAgent } from "~/domain/routing/find-filing-agent.server";
import type { InboundResult } from "~/domain/mail/inbound-result.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { claimSeen, makeSeenKey } from "~/domain/mail/seen-mail.server";
import { receiveSentMail } from "~/domain/tickets/receive-sent-mail.server";
import { normaliseAddress } from "~/domain/identity/address";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { readCorrespondents } from "./correspondents";
import { filingKeyIn } from "./filing-address.server";
import { gatherThreadFacts } from "./gather-thread-facts.server";
import { listMailboxes } from "./list-mailboxes.server";
import type { Hold } from "./holds";
import { isOwnMailbox } from "./mailboxes";
import { addresseesOf, bodyOf } from "./message-from-mail";
import { findCorrespondents } from "./people-in-mail.server";
import type { ReadMail } from "./read-mail.server";
import { supersedesFirst } from "./supersedes-first.server";

/** How long a mail is on its way at most (RFC 5321, 4.5.4.1); an older Date is a wrong clock. */
const ON_ITS_WAY_MS = 5 * 24 * 3_600_000;

/** `hold`: it came to an agent's filing address and is not from that agent. */
export type FiledSentMail = InboundResult | { hold: Hold };

/**
 * A mail that an agent wrote in the own program and blind-copied to the private filing address; null when no recipient
 * of the envelope is one. Where it names a ticket that the agent may answer it becomes a message there, mailed to nobody
 * again; otherwise it is put into the file of each contact in To and Cc, who is made when unknown. Only the agent's own
 * addresses in From are believed, and none whose DMARC failed. Answers to its Message-ID find the ticket;
 * the same mail twice is filed once. What came to a queue too (`toQueue`) and names no ticket is the queue's: null.
 */
export function fileSentMail(
  ctx: Ctx,
  inbound: InboundWork,
  read: ReadMail,
  toQueue = false,
): Promise<FiledSentMail | null> {
  return inTransaction(ctx, async (ctx) => {
    const keys = inbound.recipients.flatMap((address) => filingKeyIn(address) ?? []);
    const agent = keys[0] ? await findFilingAgent(ctx, keys[0]) : null;
    if (!agent) return null;
    if (!isFromAgent(agent, inbound, read)) return { hold: { reason: "not_verified", data: {} } };
    const first = await findFirst(ctx, inbound, read);
    if (first && !first.ofItsOwn) return first.repeat;
    const boxes = await listMailboxes(ctx);
    const isOurs = (address: string) => isOwnMailbox(boxes, address) || filingKeyIn(address) !== null;
    const { others } = readCorrespondents(read.mail, inbound.envelopeFrom, isOurs);
    const people = [...(await findCorrespondents(ctx, others)).values()].map(({ personId }) => personId);
    const joined = await joinTicket(ctx, inbound, read, agent, people);
    return joined ?? (toQueue ? null : fileWithContacts(ctx, inbound, agent, people));
  });
}

function isFromAgent({ addresses }: FilingAgent, { auth }: InboundWork, { mail }: ReadMail): boolean {
  const from = mail.from && normaliseAddress(mail.from.address);
  return from !== null && addresses.includes(from) && auth?.dmarc.result !== "fail";
}

/** `ofItsOwn`: it came to a queue, which made a ticket of it; the ticket that it names has not had it. */
type First = { repeat: InboundResult; ofItsOwn: boolean };

/** The same mail, when another address of ours has had it already. */
async function findFirst(ctx: Ctx, inbound: InboundWork, { mail }: ReadMail): Promise<First | null> {
  const key = makeSeenKey(mail.messageId, { ...mail, from: normaliseAddress(mail.from?.address ?? "") ?? "" });
  const firstId = key && (await claimSeen(ctx, key, inbound.id)).firstInboundId;
  if (!firstId) return null;
  const copy = { inboundId: inbound.id, key, believed: true, toQueue: false };
  if (await supersedesFirst(ctx, firstId, copy)) return null;
  const where = { id: firstId };
  const select = { threadId: true, entryId: true, outcome: true };
  const { outcome, ...place } = (await ctx.db.inboundMail.findUnique({ where, select })) ?? { outcome: null };
  const ofItsOwn = outcome === "opened" || outcome === "linked";
  return { repeat: { outcome: "duplicate", duplicateOf: firstId, ...place }, ofItsOwn };
}

async function joinTicket(
  ctx: Ctx,
  inbound: InboundWork,
  { mail, attachments }: ReadMail,
  agent: FilingAgent,
  recipientIds: string[],
): Promise<InboundResult | null> {
  const sender = { address: agent.addresses[0] ?? "", personId: agent.actor.personId };
  const { facts } = await gatherThreadFacts(ctx, mail, inbound.recipients, sender);
  const key = facts.keys.find((fact) => fact !== "forged");
  const named = [
    { rule: "reply_key", ticketId: key?.threadId },
    { rule: "message_id", ticketId: facts.stored[0] },
    { rule: "subject", ticketId: facts.numbered },
  ].find(({ ticketId }) => ticketId);
  if (!named?.ticketId) return null;
  const filed = await receiveSentMail(ctx, {
    ticketId: named.ticketId,
    agent: agent.actor,
    body: bodyOf(mail, attachments),
    attachments,
    sentAt: sentAtOf(inbound, mail.date),
    inboundId: inbound.id,
    messageId: mail.messageId,
    addressees: addresseesOf(mail),
    recipientIds,
  });
  if (!filed) return null;
  const { ticketId, messageId } = filed;
  return { outcome: "joined", rule: named.rule, threadId: ticketId, entryId: messageId, messageId: mail.messageId };
}

/** By the agent's own clock where it can be right: a copy that comes late stands where the mail was sent. */
function sentAtOf({ receivedAt }: InboundWork, date: Date | null): Date {
  const late = date ? receivedAt.getTime() - date.getTime() : 0;
  return date && late > 0 && late < ON_ITS_WAY_MS ? date : receivedAt;
}

/** The first contact's row, with their organization; the others beside it. It came to no queue. */
async function fileWithContacts(
  ctx: Ctx,
  inbound: InboundWork,
  { actor }: FilingAgent,
  people: string[],
): Promise<InboundResult> {
  await ctx.db.$executeRaw`
    with known as (
      select p.id, c.organization_id, x.position from unnest(${people}::uuid[]) with ordinality x(id, position)
      join person p on p.id = x.id and p.role = 'customer' left join contact c on c.person_id = p.id
    ), filed as (
      insert into filed_mail (inbound_id, person_id, organization_id, by_id, at)
      select ${inbound.id}::uuid, k.id, k.organization_id, ${actor.personId}::uuid, ${inbound.receivedAt}
      from (values (1)) one(n) left join lateral (select * from known order by position limit 1) k on true
      on conflict (inbound_id) do nothing
      returning inbound_id, person_id
    )
    insert into filed_mail_person (inbound_id, person_id, at)
    select f.inbound_id, k.id, ${inbound.receivedAt} from filed f join known k on k.id <> f.person_id
    on conflict do nothing`;
  await ctx.db.inboundMail.updateMany({ where: { id: inbound.id }, data: { queueId: null } });
  return { outcome: "filed" };
}
