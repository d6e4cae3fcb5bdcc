import type { MailSource } from "~/generated/prisma/enums";
import { isOwnNetwork } from "~/lib/client-address.server";
import type { AuthResults } from "./auth-results";
import { checkDmarc } from "./authentication/check-dmarc.server";
import { checkSignatures } from "./authentication/check-signatures.server";
import { checkSpf } from "./authentication/check-spf.server";
import { resolveDns } from "./authentication/dns-cache.server";
import { domainOf } from "./authentication/mail-domain.server";
import { readMailFields, type MailFields } from "./authentication/mail-fields";
import { readRelayResults } from "./authentication/relay-results";
import { parseAddresses } from "./mime/addresses";

export type MailToAuthenticate = {
  bytes: Buffer;
  clientIp: string;
  helo: string;
  envelopeFrom: string;
  source: MailSource;
};

const PATIENCE_MS = 5_000;

/**
 * Who a mail proves to be from: SPF, DKIM, ARC and DMARC, in five seconds at most; what DNS does not answer is
 * `temperror`. Only a stranger's SMTP connection has an SPF. What comes through one's own network may bring the results
 * of a relay named in `trustedRelays` (authserv-id, RFC 8601); from anybody else such fields are passed over.
 */
export async function authenticateMail(
  mail: MailToAuthenticate,
  options: { trustedRelays: readonly string[] },
): Promise<AuthResults> {
  const deadline = Date.now() + PATIENCE_MS;
  const header = readMailFields(mail.bytes);
  const domains = fromDomains(header);
  const isDirect = mail.source === "smtp" && mail.clientIp !== "" && !isOwnNetwork(mail.clientIp);
  const relay = isDirect ? null : readRelayResults(valuesOf(header, "authentication-results"), options.trustedRelays);

  // Asked first and aside, so that slow answers about the sender's other domains cannot use up the time for this one.
  if (isDirect && domains[0]) resolveDns(`_dmarc.${domains[0]}`, "TXT").catch(() => undefined);
  const prefers = (domain: string) => domains.some((from) => from === domain || from.endsWith(`.${domain}`));
  const [spf, signatures] = await Promise.all([
    isDirect ? checkSpf(mail, deadline) : (relay?.spf ?? null),
    checkSignatures(mail.bytes, header, prefers, deadline),
  ]);
  const dkim = relay?.dkim ?? signatures.dkim;
  const dmarc = relay?.dmarc ?? (await checkDmarc(domains, { spf, dkim }, deadline));
  const nothing = spf === null && dkim.length === 0 && signatures.arc.result === "none";
  return {
    by: relay ? "relay" : nothing ? "none" : "own",
    spf: spf ?? { result: "unknown", domain: "" },
    dkim,
    dmarc: relay?.dmarc ? { ...relay.dmarc, domain: relay.dmarc.domain || (domains[0] ?? "") } : dmarc,
    arc: signatures.arc,
  };
}

const valuesOf = (header: MailFields, name: string) =>
  header.fields.filter((field) => field.name === name).map((field) => field.raw);

const fromDomains = (header: MailFields): string[] => [
  ...new Set(
    valuesOf(header, "from")
      .flatMap((raw) => parseAddresses(raw))
      .map(({ address }) => domainOf(address)),
  ),
];
