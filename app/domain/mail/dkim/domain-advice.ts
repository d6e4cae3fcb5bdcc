/** What is published for a domain now and what it lacks. `text` is null when DNS did not answer. */
export type PublishedRecord<P extends string> = { text: string | null; problem: P | null };
export type SpfProblem = "missing" | "several" | "passes_all" | "no_end" | "no_answer";
export type DmarcProblem = "missing" | "several" | "asks_nothing" | "no_answer";

/** Judges the SPF record (RFC 7208) among a domain's TXT records. */
export function adviseSpf(records: string[] | null): PublishedRecord<SpfProblem> {
  if (records === null) return { text: null, problem: "no_answer" };
  const found = records.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  const text = found.join("\n");
  if (found.length !== 1) return { text, problem: found.length === 0 ? "missing" : "several" };
  if (/(?:^|\s)\+?all(?:\s|$)/i.test(text)) return { text, problem: "passes_all" };
  return { text, problem: /(?:^|\s)(?:[-~?]all|redirect=\S+)(?:\s|$)/i.test(text) ? null : "no_end" };
}

/** Judges the DMARC record (RFC 7489) of a domain. */
export function adviseDmarc(records: string[] | null): PublishedRecord<DmarcProblem> {
  if (records === null) return { text: null, problem: "no_answer" };
  const found = records.filter((record) => /^v=DMARC1\b/i.test(record));
  const text = found.join("\n");
  if (found.length !== 1) return { text, problem: found.length === 0 ? "missing" : "several" };
  return { text, problem: /;\s*p\s*=\s*(?:quarantine|reject)\b/i.test(text) ? null : "asks_nothing" };
}
