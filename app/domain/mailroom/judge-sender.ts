import { domainOf, normaliseAddress } from "~/domain/identity/address";
import type { AuthResults } from "~/domain/mail/auth-results";
import type { Settings } from "~/platform/settings.server";
import type { Hold } from "./holds";

type Sender = {
  /** Whoever the mail says that it is from. */
  claims: readonly string[];
  auth: AuthResults;
  spam: { score: number | null; spam: boolean };
  /** Domains that only we write from. */
  ownDomains: ReadonlySet<string>;
};

/**
 * Why a mail waits for a person whatever it is about: it claims one of our own domains from outside and neither DMARC
 * nor an aligned SPF or DKIM agrees, or DMARC failed and the settings hold such mail, or it is spam. What could not be
 * looked at (a network of one's own, IMAP, a pipe) is never held for it.
 */
export function judgeSender({ claims, auth, spam, ownDomains }: Sender, settings: Settings<"mail">): Hold | null {
  const domains = claims.map((claim) => domainOf(normaliseAddress(claim) ?? ""));
  const own = [...ownDomains].filter((one) => domains.some((domain) => domain === one || domain.endsWith(`.${one}`)));
  if (isFromOutside(auth) && own.some((one) => !isProven(auth, one)))
    return { reason: "not_verified", data: { ourDomain: true } };
  if (auth.dmarc.result === "fail" && settings.dmarcFail === "hold") return { reason: "not_verified", data: {} };
  const { score } = spam;
  if (spam.spam || (score !== null && score >= settings.spamScore)) return { reason: "spam", data: { score } };
  return null;
}

/**
 * Whether an address in From may act as who has it: from outside DMARC, SPF or a signature must agree, since anybody can
 * write a From line. What could not be looked at is believed, as it is for everybody's mail.
 */
export const isBelieved = (auth: AuthResults, address: string): boolean =>
  !isFromOutside(auth) || isProven(auth, domainOf(address));

/** A stranger's connection has an SPF result, whatever it is; a relay of ours in front speaks of one. */
const isFromOutside = ({ by, spf }: AuthResults): boolean => by === "relay" || spf.result !== "unknown";

function isProven({ spf, dkim, dmarc }: AuthResults, domain: string): boolean {
  if (dmarc.result === "pass") return true;
  const passed = [spf, ...dkim].filter(({ result }) => result === "pass");
  return passed.some((proof) => isAligned(proof.domain, domain));
}

/** Relaxed alignment (RFC 7489, 3.1) as far as names tell: the same domain, or one below the other. */
const isAligned = (a: string, b: string): boolean =>
  a !== "" && b !== "" && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));
