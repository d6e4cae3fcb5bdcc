import { isStaff } from "~/domain/identity/session-person";
import { findIssuedMail, type IssuedMail } from "~/domain/mail/find-issued-mail.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { findThreadKeys } from "~/domain/mail/thread-keys.server";
import type { KeyFact, ThreadFacts } from "~/domain/mail/threading";
import { findParticipation } from "~/domain/tickets/find-participation.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { numberIn } from "./message-from-mail";

type Headers = {
  to: readonly { address: string }[];
  cc: readonly { address: string }[];
  subject: string;
  inReplyTo: readonly string[];
  references: readonly string[];
};
type Sender = { address: string; personId: string | null };
export type GatheredFacts = {
  facts: ThreadFacts;
  numbers: ReadonlyMap<string, number>;
  /** Whom the mail was forwarded to already, in the mails of ours that it names. */
  forwardedTo: string[];
};

const MAX_IDS = 50;

/** Looks up whatever the mail names of ours: keys, Message-IDs, a number. Threads that are gone are left out. */
export async function gatherThreadFacts(
  ctx: Ctx,
  mail: Headers,
  recipients: readonly string[],
  sender: Sender,
): Promise<GatheredFacts> {
  const keys = readKeys(mail, recipients);
  const ids = [...new Set([...mail.references.slice(-MAX_IDS).toReversed(), ...mail.inReplyTo.slice(0, MAX_IDS)])];
  const number = numberIn(mail.subject);
  const issued = await findIssuedMail(ctx, [...new Set(keys.filter((key) => key !== "forged"))]);
  const stored = await findThreadKeys(ctx, ids);
  const named = [...issued.values(), ...stored].flatMap(({ threadId }) => threadId ?? []);
  const found = await findParticipation(ctx, sender.personId, { ticketIds: [...new Set(named)], number });

  const numbers = new Map(found.map((ticket) => [ticket.ticketId, ticket.number]));
  const facts: ThreadFacts = {
    sender,
    keys: keys.flatMap((key) => keyFact(key, issued, numbers)),
    stored: stored.flatMap(({ threadId }) => (numbers.has(threadId) ? [threadId] : [])),
    numbered: found.find((ticket) => ticket.number === number)?.ticketId ?? null,
    participants: new Map(
      found.flatMap(({ ticketId, takesPart }) =>
        takesPart && sender.personId ? [[ticketId, new Set([sender.personId])] as const] : [],
      ),
    ),
  };
  const forwards = [...issued.values()].filter(({ template }) => template === "forward");
  return { facts, numbers, forwardedTo: forwards.map(({ recipient }) => recipient) };
}

/** Ids of outbound mails, and "forged" for what only looks like a key: addresses first, then the ids answered to. */
function readKeys(mail: Headers, recipients: readonly string[]): (string | "forged")[] {
  const addresses = [...recipients, ...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address)];
  // Another installation's Message-IDs have the same shape; only ours can be forged.
  const domain = `@${config().mail.domain}>`;
  const ids = [...mail.inReplyTo.slice(0, MAX_IDS), ...mail.references.slice(-MAX_IDS).toReversed()];
  const texts = [...new Set([...addresses.slice(0, 200), ...ids.filter((id) => id.toLowerCase().endsWith(domain))])];
  return texts.flatMap((text) => {
    const key = readReplyKey(text);
    return key === null ? [] : key === "forged" ? [key] : [key.outboundId];
  });
}

function keyFact(
  key: string | "forged",
  issued: ReadonlyMap<string, IssuedMail>,
  existing: ReadonlyMap<string, number>,
): KeyFact[] {
  if (key === "forged") return ["forged"];
  const mail = issued.get(key);
  if (!mail?.threadId || !existing.has(mail.threadId)) return [];
  const toAgent = mail.template === "agent-notice";
  // Who no longer works here no longer speaks here, whatever notice is still in the mailbox; and who got a mail by a
  // rule's forwarding is nobody of the ticket.
  if ((toAgent && !(mail.role && isStaff(mail.role))) || mail.template === "forward")
    return [{ threadId: mail.threadId, personId: null, recipient: "", toAgent: false }];
  const ofPublic = mail.notice === "customer_replied";
  return [{ threadId: mail.threadId, personId: mail.personId, recipient: mail.recipient, toAgent, ofPublic }];
}
