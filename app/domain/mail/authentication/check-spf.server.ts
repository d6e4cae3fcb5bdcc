import { AUTH_RESULTS, type AuthResults } from "../auth-results";
import { asciiDomain, domainOf } from "./mail-domain.server";
import { mailLookups } from "./mail-lookups.server";

// RFC 7208, 4.6.4: ten mechanisms that ask, each of which may name ten hosts with two kinds of addresses.
const MOST_LOOKUPS = 100;

/** SPF (RFC 7208) of the envelope's sender; of the name in EHLO when the sender is empty. */
export async function checkSpf(
  mail: { clientIp: string; helo: string; envelopeFrom: string },
  deadline: number,
): Promise<AuthResults["spf"]> {
  const sender = mail.envelopeFrom.replace(/^<|>$/g, "").trim();
  const domain = sender === "" ? asciiDomain(mail.helo) : domainOf(sender);
  if (domain === "" || !domain.includes(".") || domain.endsWith("]")) return { result: "none", domain };

  const { spf } = await import("mailauth/lib/spf/index.js");
  const localPart = sender.slice(0, Math.max(0, sender.lastIndexOf("@"))) || "postmaster";
  const { status } = await spf({
    sender: `${localPart}@${domain}`,
    ip: mail.clientIp.replace(/^::ffff:(?=\d+\.)/i, ""),
    helo: asciiDomain(mail.helo) || "unknown.invalid",
    mta: "unknown.invalid",
    resolver: mailLookups(MOST_LOOKUPS, deadline).resolve,
  });
  return { result: AUTH_RESULTS.find((result) => result === status.result) ?? "temperror", domain };
}
