/** What the look at DNS found wrong with a key's record. Each has its words in `mailadmin:dkim.problem.<problem>`. */
export const DKIM_PROBLEMS = ["missing", "different", "several", "revoked", "no_answer"] as const;
export type DkimProblem = (typeof DKIM_PROBLEMS)[number];

/** Where the record of a key stands (RFC 6376, 3.6.2.1). */
export const dkimRecordName = (selector: string, domain: string): string => `${selector}._domainkey.${domain}`;

/** The record's text. */
export const dkimRecordValue = (publicKey: string): string => `v=DKIM1; k=rsa; p=${publicKey}`;

/** A TXT record as one line of a zone file (RFC 1035, 5.1), its text in strings of at most 255 octets. */
export function zoneLine(name: string, value: string): string {
  const strings = value.match(/.{1,255}/g) ?? [];
  return `${name}. 3600 IN TXT ( ${strings.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(" ")} )`;
}

/** Compares what DNS has with the key; null when the record is right. Each record is its strings joined. */
export function compareDkimRecord(records: string[], publicKey: string): DkimProblem | null {
  const keys = records.filter((record) => /(?:^|;)\s*p\s*=/.test(record));
  if (keys.length === 0) return "missing";
  if (keys.length > 1) return "several";
  const published = /(?:^|;)\s*p\s*=([^;]*)/.exec(keys[0] ?? "")?.[1]?.replace(/\s+/g, "") ?? "";
  if (published === "") return "revoked";
  return published === publicKey && /^\s*(?:v\s*=\s*DKIM1\s*(?:;|$)|(?!v\s*=))/.test(keys[0] ?? "")
    ? null
    : "different";
}
