import type { AuthResult } from "../auth-results";

/** A DKIM-Signature field as written (RFC 6376, 3.5); `defect` is the result when it need not be verified at all. */
export type SignatureField = {
  domain: string;
  selector: string;
  signature: string;
  algorithm: string;
  defect: Extract<AuthResult, "permerror" | "policy"> | null;
};

const LONGEST = 8_192;

/** The tags of a signature, without their white space. A tag that stands twice makes the list void (RFC 6376, 3.2). */
function readTags(raw: string): Map<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of raw.split(";")) {
    const equals = part.indexOf("=");
    if (equals < 0) {
      if (part.trim() !== "") return null;
      continue;
    }
    const name = part.slice(0, equals).trim();
    if (tags.has(name)) return null;
    tags.set(name, part.slice(equals + 1).replace(/\s+/g, ""));
  }
  return tags;
}

/**
 * Reads one signature. It must be version 1, sign From, speak for its own domain and claim no more body than there is;
 * SHA-1 proves nothing any more (RFC 8301).
 */
export function readSignatureField(
  raw: string,
  bodyLength: number,
  toAscii: (domain: string) => string,
): SignatureField {
  const tags = raw.length > LONGEST ? null : readTags(raw);
  const domain = toAscii(tags?.get("d") ?? "");
  const field = {
    domain,
    selector: (tags?.get("s") ?? "").toLowerCase().slice(0, 255),
    signature: tags?.get("b") ?? "",
    algorithm: (tags?.get("a") ?? "").toLowerCase(),
  };
  return { ...field, defect: tags && domain !== "" ? defectOf(tags, domain, bodyLength, toAscii) : "permerror" };
}

function defectOf(
  tags: Map<string, string>,
  domain: string,
  bodyLength: number,
  toAscii: (domain: string) => string,
): SignatureField["defect"] {
  if (tags.get("v") !== "1" || !tags.get("s") || !tags.get("b") || !tags.get("bh")) return "permerror";
  const signed = (tags.get("h") ?? "").toLowerCase().split(":");
  if (!signed.includes("from")) return "permerror";
  const identity = tags.get("i");
  if (identity !== undefined) {
    const host = toAscii(identity.slice(identity.lastIndexOf("@") + 1));
    if (host !== domain && !host.endsWith(`.${domain}`)) return "permerror";
  }
  const length = tags.get("l");
  if (length !== undefined && (!/^\d{1,76}$/.test(length) || Number(length) > bodyLength)) return "permerror";
  return tags.get("a")?.toLowerCase() === "rsa-sha1" ? "policy" : null;
}
