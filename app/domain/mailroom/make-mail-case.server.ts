import { domainOf, normaliseAddress } from "~/domain/identity/address";
import { parseAddresses } from "~/domain/mail/mime/addresses";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import { readForwardKeys } from "~/domain/mail/read-forward-keys.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { makeSeenKey, type SeenKey } from "~/domain/mail/seen-mail.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { config } from "~/platform/config.server";
import type { Locale } from "~/platform/ctx.server";
import { type Correspondents, readCorrespondents } from "./correspondents";
import { detectLanguage } from "./detect-language";
import { isOwnMailbox, mailboxDomains } from "./mailboxes";
import type { ReadMail } from "./read-mail.server";

/** A mail with everything that is worked out before its transaction. */
export type MailCase = {
  inbound: InboundWork;
  read: ReadMail;
  who: Correspondents;
  automatic: boolean;
  /** Of its words, when it is one of ours and plainly so. */
  language: Locale | null;
  seenKey: SeenKey | null;
  /** The mail of ours that this one is: it came back. */
  ownMailId: string | null;
  /** Whoever the mail says that it is from: every address in every From, else the envelope's. */
  claims: string[];
  /** Domains that only we write from. */
  ownDomains: ReadonlySet<string>;
};

/** Works out who writes to whom, and whether the mail is one of our own. */
export function makeMailCase(inbound: InboundWork, read: ReadMail): MailCase {
  const { mail, boxes } = read;
  const own = config().mail;
  const ownDomains = new Set([...mailboxDomains(boxes), own.domain, domainOf(own.from)]);
  const isOurs = (address: string) =>
    isOwnMailbox(boxes, address) || address.toLowerCase() === own.from || leadsToUs(address, ownDomains);
  const who = readCorrespondents(mail, inbound.envelopeFrom, isOurs);
  const ownKey = mail.messageId && mail.from && isOurs(mail.from.address) ? readReplyKey(mail.messageId) : null;
  const ownId = ownKey !== null && ownKey !== "forged" ? ownKey.outboundId : null;
  return {
    inbound,
    read,
    who,
    automatic: mail.automatic.is || who.fromOurselves || who.sender === null,
    language: detectLanguage(`${mail.subject}\n${mail.visibleText}`),
    seenKey: makeSeenKey(mail.messageId, { ...mail, from: who.sender?.address ?? "" }),
    ownMailId: ownId ?? readForwardKeys(mail).itself,
    claims: readClaims(mail, inbound.envelopeFrom),
    ownDomains,
  };
}

function readClaims({ from, headers }: ParsedMail, envelopeFrom: string): string[] {
  const written = headers.all("from").flatMap((field) => parseAddresses(field));
  const claims = [from, ...written].flatMap((one) => normaliseAddress(one?.address ?? "") ?? []);
  return claims.length ? [...new Set(claims)] : [envelopeFrom];
}

/** Addresses that no queue has and that take mail all the same: a bare reply key, and the postmaster (RFC 5321, 4.5.1). */
function leadsToUs(address: string, ownDomains: ReadonlySet<string>): boolean {
  const key = readReplyKey(address);
  if (key !== null && key !== "forged") return true;
  return address.toLowerCase().startsWith("postmaster@") && ownDomains.has(domainOf(address.toLowerCase()));
}
