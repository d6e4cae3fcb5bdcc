import type { DKIMResult } from "mailauth";
import type { AuthResult, AuthResults } from "../auth-results";
import { resolveDns } from "./dns-cache.server";
import { asciiDomain } from "./mail-domain.server";
import type { MailFields } from "./mail-fields";
import { mailLookups } from "./mail-lookups.server";
import { streamMail } from "./mail-stream.server";
import { readSignatureField, type SignatureField } from "./signature-fields";

// Ordinary mail has one to three signatures and passes one to four ARC hops; what goes beyond is looked at no further.
const MOST_SIGNATURES = 8;
const MOST_SIGNATURES_OF_LARGE = 3;
const LARGE_BYTES = 1024 * 1024;
const MOST_ARC_FIELDS = 30;
const LONGEST_ARC_FIELD = 16_384;
const MOST_HEADER_BYTES = 512 * 1024;
const MOST_HEADER_LINES = 6_000;

export type SignatureChecks = Pick<AuthResults, "dkim" | "arc">;

/**
 * Verifies DKIM signatures (RFC 6376) and the ARC chain (RFC 8617). Signatures of `preferred` domains come first; those
 * over the limit get `policy`. A mail without any costs nothing.
 */
export async function checkSignatures(
  bytes: Buffer,
  mail: MailFields,
  preferred: (domain: string) => boolean,
  deadline: number,
): Promise<SignatureChecks> {
  const signed = mail.fields.flatMap(({ name, raw }, place) =>
    name === "dkim-signature"
      ? [{ place, ...readSignatureField(raw, bytes.length - mail.bodyAt + 2, asciiDomain) }]
      : [],
  );
  const arcFields = mail.fields.flatMap((field, place) => (field.name.startsWith("arc-") ? [{ ...field, place }] : []));
  if (signed.length === 0 && arcFields.length === 0) return { dkim: [], arc: { result: "none" } };

  const tooLarge = mail.bodyAt > MOST_HEADER_BYTES || mail.lines > MOST_HEADER_LINES;
  const most = tooLarge ? 0 : bytes.length > LARGE_BYTES ? MOST_SIGNATURES_OF_LARGE : MOST_SIGNATURES;
  const verified = new Set(
    signed
      .filter(({ defect }) => defect === null)
      .sort((one, two) => Number(preferred(two.domain)) - Number(preferred(one.domain)) || one.place - two.place)
      .slice(0, most),
  );
  const arcIsOrdinary =
    !tooLarge && arcFields.length <= MOST_ARC_FIELDS && arcFields.every(({ raw }) => raw.length <= LONGEST_ARC_FIELD);
  const hasArc = arcFields.some(({ name }) => name === "arc-seal");
  const readsArc = hasArc && arcIsOrdinary;
  if (verified.size === 0 && !readsArc) {
    return { dkim: resultsOf(signed, verified, []), arc: { result: hasArc ? "policy" : "none" } };
  }

  const leaveOut = new Set([
    ...signed.filter((field) => !verified.has(field)).map(({ place }) => place),
    ...(arcIsOrdinary ? [] : arcFields.map(({ place }) => place)),
  ]);
  // A signature that ARC's may have signed too stays in its place as long as the mail has an ordinary number of them.
  if (readsArc && signed.length <= MOST_SIGNATURES) leaveOut.clear();

  for (const { selector, domain } of verified) {
    resolveDns(`${selector}._domainkey.${domain}`, "TXT").catch(() => undefined);
  }
  const { dkimVerify } = await import("mailauth/lib/dkim/verify.js");
  const keys = mailLookups(MOST_SIGNATURES + 2, deadline);
  const found = await dkimVerify(streamMail(bytes, mail, leaveOut), { resolver: keys.resolve });
  return {
    dkim: resultsOf(signed, verified, found.results),
    arc: { result: readsArc ? await checkArc(found, deadline) : hasArc ? "policy" : "none" },
  };
}

async function checkArc(found: { arc?: unknown }, deadline: number): Promise<AuthResult> {
  const { arc } = await import("mailauth/lib/arc/index.js");
  const lookups = mailLookups(MOST_ARC_FIELDS / 3, deadline);
  try {
    const { status } = await arc((found.arc ?? { chain: false }) as Parameters<typeof arc>[0], {
      resolver: lookups.resolve,
    });
    if (status.result === "pass" || status.result === "none") return status.result;
    return lookups.failed() ? "temperror" : "fail";
  } catch {
    return "permerror";
  }
}

function resultsOf(
  signed: SignatureField[],
  verified: ReadonlySet<SignatureField>,
  found: (DKIMResult & { signature?: string })[],
): AuthResults["dkim"] {
  const lookedAtFirst = [...verified, ...signed.filter((field) => !verified.has(field))];
  return lookedAtFirst.slice(0, MOST_SIGNATURES * 2).map((field) => {
    const { domain, selector, signature } = field;
    if (field.defect !== null) return { result: field.defect, domain, selector };
    if (!verified.has(field)) return { result: "policy", domain, selector };
    const result = found.find((one) => one.signature === signature && asciiDomain(one.signingDomain ?? "") === domain);
    return { result: result ? resultOf(result) : "permerror", domain, selector };
  });
}

/** mailauth says `neutral` with a comment where RFC 8601, 2.7.1 has words of its own. */
function resultOf({ status }: DKIMResult): AuthResult {
  const { result, comment } = status;
  // What follows the signed part of the body could be anybody's.
  if (result === "pass") return status.underSized ? "policy" : "pass";
  if (result === "fail" || result === "temperror" || result === "policy") return result;
  if (comment === "body hash did not verify") return "fail";
  return comment === "expired" || comment === "invalid expiration" ? "policy" : "permerror";
}
