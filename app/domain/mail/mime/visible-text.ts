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

const MAX_ATTRIBUTION_LINES = 4;
const MAX_SIGNATURE_LINES = 40;

/**
 * Separates what the writer wrote now from quotes and signatures, which go to `quotedText` in their order.
 * Answers between quotes stay visible; a forwarded message stays whole. Linear in the length of the text.
 */
export function splitReply(text: string): { visibleText: string; quotedText: string } {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const visible: string[] = [];
  const quoted: string[] = [];
  let hasWords = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (isBlank(line)) {
      visible.push("");
      at++;
    } else if (isQuoted(line)) {
      dropBlankEnd(visible);
      at = takeQuote(lines, at, quoted);
    } else if (isForwardMarker(line)) {
      for (; at < lines.length; at++) visible.push((lines[at] ?? "").trimEnd());
    } else {
      const header = attributionAt(lines, at);
      if (header > 0) {
        for (let i = 0; i < header; i++) quoted.push(lines[at + i] ?? "");
        at += header;
        const next = nextFilled(lines, at);
        at = isQuoted(lines[next] ?? "") ? takeQuote(lines, at, quoted) : takeRest(lines, at, quoted);
      } else if (opensQuote(lines, at, hasWords) || opensSignature(lines, at, hasWords)) {
        at = takeFooter(lines, at, visible, quoted);
      } else {
        visible.push(line.trimEnd());
        hasWords = true;
        at++;
      }
    }
  }
  return { visibleText: joinTrimmed(visible), quotedText: joinTrimmed(quoted) };
}

function isBlank(line: string): boolean {
  return line === "" || line.trim() === "";
}

function isQuoted(line: string): boolean {
  if (line.charCodeAt(0) === 62) return true;
  return line.charCodeAt(0) === 32 && /^ {1,3}>/.test(line.slice(0, 4));
}

/** Takes a run of ">" lines with the blank lines inside and after it. */
function takeQuote(lines: string[], from: number, quoted: string[]): number {
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (!isQuoted(line) && !isBlank(line)) break;
    quoted.push(line);
    at++;
  }
  return at;
}

function takeRest(lines: string[], from: number, quoted: string[]): number {
  for (let i = from; i < lines.length; i++) quoted.push(lines[i] ?? "");
  return lines.length;
}

/** Folds the rest; a postscript after a signature is still the writer's word. */
function takeFooter(lines: string[], from: number, visible: string[], quoted: string[]): number {
  for (let at = from; at < Math.min(lines.length, from + MAX_SIGNATURE_LINES); at++) {
    const line = lines[at] ?? "";
    if (at > from && /^\s{0,3}(?:p\.? ?s\.?|п\.? ?с\.?|post scriptum|n\.?b\.?)[ :.,-]/i.test(line.slice(0, 20))) {
      if (visible.at(-1) !== "") visible.push("");
      return at;
    }
    if (isQuoted(line) || (at > from && (opensQuote(lines, at, true) || attributionAt(lines, at) > 0))) {
      return takeRest(lines, at, quoted);
    }
    quoted.push(line);
  }
  return takeRest(lines, from + MAX_SIGNATURE_LINES, quoted);
}

/** Number of lines of an attribution that starts here, 0 when there is none. */
function attributionAt(lines: string[], at: number): number {
  if ((lines[at] ?? "").length > 300) return 0;
  let joined = "";
  for (let count = 1; count <= MAX_ATTRIBUTION_LINES; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || isBlank(line) || isQuoted(line) || line.length > 300) return 0;
    const plain = plainLine(line);
    // Lines above the attribution are prose: only its own first line starts like one.
    if (count === 2 && !startsLikeAttribution(joined)) return 0;
    if (count > 1 && startsWithLead(plain)) return 0;
    joined = joined === "" ? plain : `${joined} ${plain}`;
    if (!endsLikeAttribution(plain)) continue;
    const quoteFollows = count === 1 && isQuoted(lines[nextFilled(lines, at + 1)] ?? "");
    if (isAttribution(joined, quoteFollows)) return count;
  }
  return 0;
}

function nextFilled(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 5 && isBlank(lines[at] ?? "")) at++;
  return at;
}

/** "-----Original Message-----", or a block of From / Sent / To / Subject lines, perhaps below a rule. */
function opensQuote(lines: string[], at: number, hasWords: boolean): boolean {
  const line = lines[at] ?? "";
  if (isOriginalMarker(line)) return true;
  if (!hasWords) return false; // a forward without a word of its own
  if (isLongRule(line)) {
    const next = nextFilled(lines, at + 1);
    return isHeaderBlock(lines, next) || /mailing list|@|unsubscribe/i.test((lines[next] ?? "").slice(0, 200));
  }
  return isHeaderBlock(lines, at);
}

function isHeaderBlock(lines: string[], at: number): boolean {
  const first = headerLabel(lines[at] ?? "");
  if (!first || !(first.from || first.date || first.to)) return false;
  let labels = 0;
  let from = false;
  let subject = false;
  let date = false;
  let email = false;
  let gap = 0;
  for (let i = at; i < Math.min(lines.length, at + 12) && gap < 3; i++) {
    const line = (lines[i] ?? "").slice(0, 1000);
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

function opensSignature(lines: string[], at: number, hasWords: boolean): boolean {
  const line = lines[at] ?? "";
  if (isSentFrom(line)) return true;
  return hasWords && (isSignatureSeparator(line) || isSignOff(line));
}

function dropBlankEnd(lines: string[]): void {
  while (lines.length > 0 && lines[lines.length - 1] === "") lines.pop();
}

function joinTrimmed(lines: string[]): string {
  let first = 0;
  while (first < lines.length && isBlank(lines[first] ?? "")) first++;
  return lines.slice(first).join("\n").trimEnd();
}
