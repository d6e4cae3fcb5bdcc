import { domainOf, normaliseAddress } from "~/domain/identity/address";
import type { AuthResults } from "~/domain/mail/auth-results";
import type { Settings } from "~/platform/settings.server";
import type { Hold } from "./holds";

type Sender = {
  /** Header From. */
  from: { address: string } | null;
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
export function judgeSender({ from, auth, spam, ownDomains }: Sender, settings: Settings<"mail">): Hold | null {
  const domain = domainOf(normaliseAddress(from?.address ?? "") ?? "");
  const own = [...ownDomains].find((one) => domain === one || domain.endsWith(`.${one}`));
  if (own && isFromOutside(auth) && !isProven(auth, own))
    return { reason: "not_verified", data: { ourDomain: true } };
  if (auth.dmarc.result === "fail" && settings.dmarcFail === "hold") return { reason: "not_verified", data: {} };
  const { score } = spam;
  if (spam.spam || (score !== null && score >= settings.spamScore)) return { reason: "spam", data: { score } };
  return null;
}

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
