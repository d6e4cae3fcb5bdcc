import { normaliseAddress } from "~/domain/identity/address";
import type { MailAddress } from "~/domain/mail/mime/addresses";

/** The addresses of a mail that the mailroom reads, in normal form where they are addresses at all. */
export type Correspondents = {
  /** Who speaks; null when no header and no envelope names anybody. */
  sender: { address: string; name: string } | null;
  /** Reply-To speaks, as of a web form: a name that nobody vouches for, which opens tickets and joins none. */
  byReplyTo: boolean;
  /** The mail says that it comes from one of our own queues. */
  fromOurselves: boolean;
  /** Others whom the sender wrote to and who can take part. */
  others: { address: string; name: string }[];
};

type Headers = {
  from: MailAddress | null;
  replyTo: MailAddress | null;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
};

const MAX_OTHERS = 50;
const NO_REPLY = /^(?:.*[._+-])?(?:no-?_?reply|do-?_?not-?_?reply|noreply|donotreply)(?:[._+-].*)?@/;
const MACHINE =
  /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon|bounces?|abuse|root|nobody|undisclosed-recipients)(?:[+=-].*)?@/;

/**
 * Who writes to whom. The sender is From; Reply-To speaks instead only when From is a no-reply address or one of ours,
 * as web forms send it. `isOurs` knows the queues' addresses.
 */
export function readCorrespondents(
  mail: Headers,
  envelopeFrom: string,
  isOurs: (address: string) => boolean,
): Correspondents {
  const from = normal(mail.from) ?? normal({ name: "", address: envelopeFrom });
  const replyTo = normal(mail.replyTo);
  const speaksForOther = from !== null && (isOurs(from.address) || NO_REPLY.test(from.address));
  const usesReplyTo = speaksForOther && replyTo !== null && !isOurs(replyTo.address) && !isMachine(replyTo.address);
  const sender = usesReplyTo ? replyTo : from;

  const others = new Map<string, { address: string; name: string }>();
  for (const raw of [...mail.to, ...mail.cc]) {
    if (others.size >= MAX_OTHERS) break;
    const other = normal(raw);
    if (!other || other.address === sender?.address || isMachine(other.address) || isOurs(other.address)) continue;
    if (!others.has(other.address)) others.set(other.address, other);
  }
  const fromOurselves = sender !== null && isOurs(sender.address);
  return { sender, byReplyTo: usesReplyTo, fromOurselves, others: [...others.values()] };
}

/** Nobody reads there. */
const isMachine = (address: string): boolean => NO_REPLY.test(address) || MACHINE.test(address);

function normal(raw: MailAddress | null): { address: string; name: string } | null {
  const address = raw && normaliseAddress(raw.address);
  return address ? { address, name: raw.name === raw.address ? "" : raw.name } : null;
}
