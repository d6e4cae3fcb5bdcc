import type { DMARCResult, DNSResolver } from "mailauth";
import type { AuthResult, AuthResults } from "../auth-results";
import { mailLookups } from "./mail-lookups.server";

const MOST_FROM_DOMAINS = 5;
const WORST_FIRST: AuthResult[] = ["fail", "temperror", "unknown", "none", "pass"];

type Evidence = {
  /** null when nobody looked at SPF: then only an aligned signature says anything. */
  spf: AuthResults["spf"] | null;
  dkim: AuthResults["dkim"];
};

/**
 * DMARC (RFC 7489) of every domain in From; the worst of them is the mail's. A check that DNS kept from ending is
 * `temperror` when the domain could have passed by it; without SPF what does not pass is `unknown`.
 */
export async function checkDmarc(
  fromDomains: string[],
  evidence: Evidence,
  deadline: number,
): Promise<AuthResults["dmarc"]> {
  const [first] = fromDomains;
  if (first === undefined || first === "") return { result: "permerror", domain: "", policy: "" };
  if (fromDomains.length > MOST_FROM_DOMAINS) return { result: "fail", domain: first, policy: "" };
  const { resolve } = mailLookups(MOST_FROM_DOMAINS * 2, deadline);
  const results: AuthResults["dmarc"][] = [];
  for (const domain of fromDomains) results.push(await checkDomain(domain, evidence, resolve));
  const worst = WORST_FIRST.map((result) => results.find((one) => one.result === result)).find(Boolean);
  return worst ?? { result: "permerror", domain: first, policy: "" };
}

async function checkDomain(domain: string, evidence: Evidence, resolver: DNSResolver): Promise<AuthResults["dmarc"]> {
  if (domain === "") return { result: "permerror", domain, policy: "" };
  const proven = domainsWith("pass", evidence);
  if (evidence.spf === null && proven.dkim.length === 0) return { result: "unknown", domain, policy: "" };

  const { dmarc } = await import("mailauth/lib/dmarc/index.js");
  const ask = ({ spf, dkim }: Domains) =>
    dmarc({
      headerFrom: `postmaster@${domain}`,
      spfDomains: spf,
      dkimDomains: dkim.map((name) => ({ domain: name })),
      resolver,
    });
  const found = await ask(proven);
  if (found === false) return { result: "permerror", domain, policy: "" };
  const policy = policyOf(found);
  if (found.status.result === "temperror" || found.status.result === "none")
    return { result: found.status.result, domain, policy: "" };
  if (isAligned(found, domain, proven)) return { result: "pass", domain, policy };
  if (evidence.spf === null) return { result: "unknown", domain, policy };

  const undecided = domainsWith("temperror", evidence);
  if (undecided.spf.length + undecided.dkim.length > 0) {
    const perhaps = await ask(undecided);
    if (perhaps !== false && isAligned(perhaps, domain, undecided)) return { result: "temperror", domain, policy };
  }
  return { result: "fail", domain, policy };
}

type Domains = { spf: string[]; dkim: string[] };

const domainsWith = (result: AuthResult, { spf, dkim }: Evidence): Domains => ({
  spf: spf?.result === result ? [spf.domain] : [],
  dkim: dkim.filter((one) => one.result === result).map((one) => one.domain),
});

/** mailauth compares organizational domains; what asks for strict alignment means the very same domain (RFC 7489, 3.1). */
function isAligned({ alignment }: DMARCResult, domain: string, { spf, dkim }: Domains): boolean {
  const fits = (kind: { result: string | false; strict: boolean }, domains: string[]) =>
    kind.strict ? domains.includes(domain) : Boolean(kind.result);
  return fits(alignment.dkim, dkim) || fits(alignment.spf, spf);
}

/** A record without a policy that can be understood asks for nothing (RFC 7489, 6.6.3). */
function policyOf({ policy }: DMARCResult): string {
  const word = String(policy ?? "")
    .trim()
    .toLowerCase();
  return word === "quarantine" || word === "reject" ? word : "none";
}
