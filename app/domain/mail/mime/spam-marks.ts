import type { MailHeaders } from "./mail-headers";

/** What filters in front said: `spam` when one of them judged so, `score` as SpamAssassin counts (5 is its limit). */
export type SpamMarks = { score: number | null; spam: boolean };

const NUMBER = "(-?\\d{1,4}(?:[.,]\\d{1,4})?)";
const SCORE = new RegExp(`(?:score|hits)\\s*=\\s*${NUMBER}`, "i");
const FIRST = new RegExp(`^\\s*${NUMBER}(?=$|[\\s/;(])`);
const RSPAMD = new RegExp(`\\[\\s*${NUMBER}\\s*/`);

/**
 * Reads the marks of SpamAssassin, rspamd, Microsoft (spam confidence level) and Barracuda. The highest score counts;
 * values that make no sense say nothing.
 */
export function readSpamMarks(headers: MailHeaders): SpamMarks {
  const scores: number[] = [];
  const note = (text: string | undefined) => {
    const score = Number(text?.replace(",", "."));
    if (text !== undefined && Number.isFinite(score)) scores.push(score);
  };
  const value = (name: string) => (headers.get(name) ?? "").slice(0, 2_000);

  const status = value("x-spam-status");
  const rspamd = value("x-spamd-result");
  note(SCORE.exec(status)?.[1]);
  note(FIRST.exec(value("x-spam-score"))?.[1]);
  note(RSPAMD.exec(rspamd)?.[1]);
  note(FIRST.exec(value("x-barracuda-spam-score"))?.[1]);
  if (scores.length === 0) noteBars(value("x-spam-level"), value("x-spamd-bar"), scores);

  const level = confidenceLevel(headers);
  const spam =
    [value("x-spam-flag"), value("x-spam"), status, value("x-barracuda-spam-status")].some((text) =>
      /^\s*(?:yes|true|spam)\b/i.test(text),
    ) ||
    /:\s*True\b/i.test(rspamd) ||
    level >= 5;
  return { score: scores.length === 0 ? null : Math.max(...scores), spam };
}

/** One star or plus sign a point; only where nobody wrote the number. */
function noteBars(stars: string, bar: string, scores: number[]): void {
  const drawn = /^\s*([*sx+]{1,100})\s*$/i.exec(stars) ?? /^\s*(\+{1,100})\s*$/.exec(bar);
  if (drawn?.[1]) scores.push(drawn[1].length);
}

/** Microsoft's SCL: -1 trusted, 0 and 1 no spam, 5 and 6 spam, 9 certain. */
function confidenceLevel(headers: MailHeaders): number {
  const plain = headers.get("x-ms-exchange-organization-scl") ?? headers.get("x-microsoft-antispam-scl") ?? "";
  const report = /(?:^|;)\s*SCL:\s*(-?\d{1,2})\s*(?:;|$)/i.exec(
    (headers.get("x-forefront-antispam-report") ?? "").slice(0, 4_000),
  );
  const levels = [/^\s*(-?\d{1,2})\s*$/.exec(plain)?.[1], report?.[1]].map((text) => Number(text ?? -1));
  return Math.max(...levels);
}
