import { AUTH_RESULTS, type AuthResult, type AuthResults } from "../auth-results";

/** What a trusted relay wrote; a method that it does not mention is null. */
export type RelayResults = {
  spf: AuthResults["spf"] | null;
  dkim: AuthResults["dkim"] | null;
  dmarc: AuthResults["dmarc"] | null;
};

const LONGEST = 16_384;
const MOST_SIGNATURES = 16;

/**
 * Reads the Authentication-Results fields (RFC 8601) on top of a mail as far as they name trusted relays; null when the
 * topmost one does not. Of a method that stands several times the topmost counts: what lies below may be the sender's.
 */
export function readRelayResults(fields: string[], trusted: readonly string[]): RelayResults | null {
  const results: RelayResults = { spf: null, dkim: null, dmarc: null };
  let found = false;
  for (const raw of fields) {
    const [head = "", ...rest] = splitOutside(raw.slice(0, LONGEST), ";");
    const id = /^\s*("?)([^\s";]+)\1/.exec(stripComments(head))?.[2]?.toLowerCase() ?? "";
    if (!trusted.includes(id)) break;
    found = true;
    readField(rest, results);
  }
  return found ? results : null;
}

function readField(parts: string[], results: RelayResults): void {
  const signatures: AuthResults["dkim"] = [];
  let hasDkim = false;
  for (const part of parts) {
    const plain = stripComments(part);
    const method = /^\s*(spf|dkim|dmarc)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(plain);
    const name = method?.[1]?.toLowerCase();
    const result = resultOf(method?.[2] ?? "");
    const property = (key: string) => propertyOf(plain, key);
    if (name === "spf" && !results.spf) {
      results.spf = { result, domain: hostOf(property("smtp.mailfrom") || property("smtp.helo")) };
    } else if (name === "dkim" && !results.dkim) {
      hasDkim = true;
      if (result !== "none" && signatures.length < MOST_SIGNATURES) {
        signatures.push({
          result,
          domain: hostOf(property("header.d") || property("header.i")),
          selector: property("header.s").toLowerCase(),
        });
      }
    } else if (name === "dmarc" && !results.dmarc) {
      const policy =
        property("policy.published-domain-policy") || (/\bp=(none|quarantine|reject)\b/i.exec(part)?.[1] ?? "");
      results.dmarc = { result, domain: hostOf(property("header.from")), policy: policy.toLowerCase() };
    }
  }
  if (hasDkim) results.dkim = signatures;
}

const resultOf = (word: string): AuthResult => {
  const wanted = word.toLowerCase() === "hardfail" ? "fail" : word.toLowerCase();
  // "bestguesspass" of Microsoft: there is no record, and one with defaults would let it pass.
  return AUTH_RESULTS.find((result) => result === wanted && result !== "unknown") ?? "none";
};

const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

function propertyOf(text: string, key: string): string {
  const at = text.toLowerCase().indexOf(`${key}=`);
  if (at < 0) return "";
  return (
    /^\s*(?:"([^"]*)"|([^\s;"]+))/
      .exec(text.slice(at + key.length + 1))
      ?.slice(1)
      .find(Boolean) ?? ""
  );
}

/** RFC 5322 comments out of a value, nested ones too; what stands in quotes stays. */
function stripComments(text: string): string {
  let out = "";
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") {
      if (depth === 0) out += text.slice(at, at + 2);
      at++;
    } else if (depth === 0 && char === '"') {
      quoted = !quoted;
      out += char;
    } else if (!quoted && char === "(") depth++;
    else if (!quoted && char === ")" && depth > 0) depth--;
    else if (depth === 0) out += char;
  }
  return out;
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (depth === 0 && char === '"') quoted = !quoted;
    else if (!quoted && char === "(") depth++;
    else if (!quoted && char === ")" && depth > 0) depth--;
    else if (!quoted && depth === 0 && char === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
