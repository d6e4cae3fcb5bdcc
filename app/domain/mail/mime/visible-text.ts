import {
  endsLikeAttribution,
  headerLabel,
  isAttribution,
  isForwardMarker,
  isLongRule,
  isOriginalMarker,
  isSentFrom,
  isSignatureSeparator,
  isSignOff,
  plainLine,
  startsLikeAttribution,
  startsWithLead,
} from "./quote-lines";
import { TextLines } from "./text-lines";

const MAX_ATTRIBUTION_LINES = 4;
const MAX_SIGNATURE_LINES = 40;

// Nobody writes a letter of so many lines: behind them only ">" tells a quote.
const MAX_LINES_READ = 50_000;

/**
 * Separates what the writer wrote now from quotes and signatures, which go to `quotedText` in their order.
 * Answers between quotes stay visible; a forwarded message stays whole. Linear in the length of the text.
 */
export function splitReply(text: string): { visibleText: string; quotedText: string } {
  const lines = new TextLines(text);
  const visible = new WrittenLines();
  const quoted: string[] = [];
  let read = 0;
  let at = 0;
  while (at < lines.length) {
    if (lines.isBlank(at)) {
      visible.push("");
      at++;
      continue;
    }
    if (lines.isQuoted(at)) {
      visible.dropBlankEnd();
      at = takeQuote(lines, at, quoted);
      continue;
    }
    const line = lines.get(at) ?? "";
    if (read++ >= MAX_LINES_READ) {
      visible.push(line.trimEnd());
      at++;
    } else if (isForwardMarker(line)) {
      for (; at < lines.length; at++) visible.push((lines.get(at) ?? "").trimEnd());
    } else {
      const hasWords = visible.hasWords;
      const header = attributionAt(lines, at);
      if (header > 0) {
        quoted.push(lines.range(at, at + header));
        at += header;
        const next = nextFilled(lines, at);
        at = lines.isQuoted(next) ? takeQuote(lines, at, quoted) : takeRest(lines, at, quoted);
      } else if (opensQuote(lines, at, hasWords) || opensSignature(line, hasWords)) {
        at = takeFooter(lines, at, visible, quoted);
      } else {
        visible.push(line.trimEnd());
        at++;
      }
    }
  }
  return {
    visibleText: visible.join(),
    quotedText: quoted
      .join("\n")
      .replace(/^(?:[^\S\n]*\n)+/, "")
      .trimEnd(),
  };
}

/** The writer's own lines; blank ones are counted until words follow. */
class WrittenLines {
  private readonly lines: string[] = [];
  private blanks = 0;

  get hasWords(): boolean {
    return this.lines.length > 0;
  }

  push(line: string): void {
    if (line === "") {
      this.blanks++;
      return;
    }
    this.lines.push(this.lines.length > 0 && this.blanks > 0 ? "\n".repeat(this.blanks) + line : line);
    this.blanks = 0;
  }

  /** One blank line at the end, if there is none. */
  separate(): void {
    this.blanks = Math.max(1, this.blanks);
  }

  dropBlankEnd(): void {
    this.blanks = 0;
  }

  join(): string {
    return this.lines.join("\n").trimEnd();
  }
}

/** Takes a run of ">" lines with the blank lines inside and after it. */
function takeQuote(lines: TextLines, from: number, quoted: string[]): number {
  let at = from;
  while (at < lines.length && (lines.isQuoted(at) || lines.isBlank(at))) at++;
  if (at > from) quoted.push(lines.range(from, at));
  return at;
}

function takeRest(lines: TextLines, from: number, quoted: string[]): number {
  if (from < lines.length) quoted.push(lines.range(from, lines.length));
  return lines.length;
}

/** Folds the rest; a postscript after a signature is still the writer's word. */
function takeFooter(lines: TextLines, from: number, visible: WrittenLines, quoted: string[]): number {
  for (let at = from; at < Math.min(lines.length, from + MAX_SIGNATURE_LINES); at++) {
    const line = lines.get(at) ?? "";
    if (at > from && /^\s{0,3}(?:p\.? ?s\.?|п\.? ?с\.?|post scriptum|n\.?b\.?)[ :.,-]/i.test(line.slice(0, 20))) {
      visible.separate();
      return at;
    }
    if (lines.isQuoted(at) || (at > from && (opensQuote(lines, at, true) || attributionAt(lines, at) > 0))) {
      return takeRest(lines, at, quoted);
    }
    quoted.push(line);
  }
  return takeRest(lines, from + MAX_SIGNATURE_LINES, quoted);
}

/** Number of lines of an attribution that starts here, 0 when there is none. */
function attributionAt(lines: TextLines, at: number): number {
  if ((lines.get(at) ?? "").length > 300) return 0;
  let joined = "";
  for (let count = 1; count <= MAX_ATTRIBUTION_LINES; count++) {
    const line = lines.get(at + count - 1);
    if (line === undefined || lines.isBlank(at + count - 1) || lines.isQuoted(at + count - 1) || line.length > 300)
      return 0;
    const plain = plainLine(line);
    // Lines above the attribution are prose: only its own first line starts like one.
    if (count === 2 && !startsLikeAttribution(joined)) return 0;
    if (count > 1 && startsWithLead(plain)) return 0;
    joined = joined === "" ? plain : `${joined} ${plain}`;
    if (!endsLikeAttribution(plain)) continue;
    const quoteFollows = count === 1 && lines.isQuoted(nextFilled(lines, at + 1));
    if (isAttribution(joined, quoteFollows)) return count;
  }
  return 0;
}

function nextFilled(lines: TextLines, from: number): number {
  let at = from;
  while (at < lines.length && at < from + 5 && lines.isBlank(at)) at++;
  return at;
}

/** "-----Original Message-----", or a block of From / Sent / To / Subject lines, perhaps below a rule. */
function opensQuote(lines: TextLines, at: number, hasWords: boolean): boolean {
  const line = lines.get(at) ?? "";
  if (isOriginalMarker(line)) return true;
  if (!hasWords) return false; // a forward without a word of its own
  if (isLongRule(line)) {
    const next = nextFilled(lines, at + 1);
    return isHeaderBlock(lines, next) || /mailing list|@|unsubscribe/i.test((lines.get(next) ?? "").slice(0, 200));
  }
  return isHeaderBlock(lines, at);
}

function isHeaderBlock(lines: TextLines, at: number): boolean {
  const first = headerLabel(lines.get(at) ?? "");
  if (!first || !(first.from || first.date || first.to)) return false;
  let labels = 0;
  let from = false;
  let subject = false;
  let date = false;
  let email = false;
  let gap = 0;
  for (let i = at; i < Math.min(lines.length, at + 12) && gap < 3; i++) {
    const line = (lines.get(i) ?? "").slice(0, 1000);
    const label = headerLabel(line);
    if (line.includes("@")) email = email || gap < 2;
    if (!label) {
      gap++;
      continue;
    }
    gap = 0;
    labels++;
    from ||= label.from;
    date ||= label.date;
    subject ||= label.subject || /(?:^|\s)(?:objet|subject|oggetto|betreff|тема)\s?:/i.test(label.rest);
  }
  // A question may well say "From: Rome, To: Milan, Date: 3 May": an address or a subject makes it mail.
  return labels >= 2 && from && (subject || email) && (date || labels >= 3 || (subject && email));
}

function opensSignature(line: string, hasWords: boolean): boolean {
  if (isSentFrom(line)) return true;
  return hasWords && (isSignatureSeparator(line) || isSignOff(line));
}
