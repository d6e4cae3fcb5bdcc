import { reasonFromText } from "./bounce-reasons";

/** A recipient that a report names in its text, and the words that belong to it. */
export type NamedRecipient = { address: string; words: string };

const MAX_REPORT = 64 * 1024;
const MAX_LINES = 2000;
const MAX_LINE = 1000;
const MAX_NAMED = 1000;

// The quantifiers are bounded and their classes do not overlap: no input makes these slow.
const ADDRESS = String.raw`[^\s<>()"',;:@\[\]|*]{1,128}@[^\s<>()"',;:@\[\]|*]{1,255}`;
const AT_START = new RegExp(`^["'<]{0,2}(${ADDRESS})[>"']{0,2}(.*)$`, "s");
const IN_TRANSCRIPT = new RegExp(String.raw`^[245]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3} )?<(${ADDRESS})>\.\.\.(.*)$`, "s");
const LABELLED = new RegExp(
  String.raw`^(?:recipient|rcpt to|failed (?:address|recipient)|e-?mail address)\s{0,3}:\s{0,3}<?(${ADDRESS})`,
  "i",
);
const ANYWHERE = new RegExp(ADDRESS);

const COPY_BELOW =
  /^[\s|*=-]{0,80}(?:below this line is a copy|(?:this is|enclosed is|included is|below is) a copy of (?:the|your) |(?:message headers|original message|original mail|message text)(?: as)? follows?|the headers? of the original message|original message\b|returned message\b|unsent message follows|(?:copy of )?(?:the )?message headers?:?\s*$|копия (?:письма|сообщения)|оригинальное сообщение|исходное сообщение|messaggio originale|mesajul original|message d'origine|ursprüngliche nachricht)/iu;
const COPY_STARTS = /^(?:received|return-path|dkim-signature|domainkey-signature|x-[a-z0-9-]{1,60}|message-id)\s?:/i;
const SERVER_SAID =
  /(?:the error that the other server returned was|remote host said|with the following error message|responded with failure|generated response|error message below|reason)\s{0,3}:/gi;

/** Cuts a report at the copy of the returned message, which usually stands below it. Both have LF line ends. */
export function splitReport(text: string): { report: string[]; copy: string } {
  const head = text.slice(0, MAX_REPORT);
  const lines = head.split("\n", MAX_LINES);
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    const starts = COPY_STARTS.test(line);
    if (i > 0 && (starts || COPY_BELOW.test(line.slice(0, 200)))) {
      const below = starts ? offset : offset + line.length + 1;
      return { report: unquoted(lines.slice(0, i)), copy: text.slice(below, below + 4 * MAX_REPORT) };
    }
    offset += line.length + 1;
  }
  return { report: unquoted(lines), copy: "" };
}

/** What a person quotes stands behind ">"; an SMTP transcript begins its lines with ">>>" and "<<<". */
function unquoted(lines: string[]): string[] {
  return lines.filter((line) => !/^\s{0,8}>(?!>> )/.test(line)).map((line) => line.slice(0, MAX_LINE).trimEnd());
}

/** Recipients in the order of the report: those with a line of their own, else labelled ones, else those in sentences. */
export function findNamedRecipients(report: readonly string[]): NamedRecipient[] {
  for (const read of [readOwnLine, readLabel, readSentence]) {
    const found = collect(report, read);
    if (found.length > 0) return found;
  }
  return [];
}

type Reading = { address: string; rest: string; after: boolean };

function collect(report: readonly string[], read: (line: string) => Reading | null): NamedRecipient[] {
  const found = new Map<string, NamedRecipient>();
  const waiting: NamedRecipient[] = [];
  let current: NamedRecipient | null = null;
  let lines: string[] = [];
  const close = () => {
    const words = nearestWords(lines);
    if (current && current.words === "") current.words = words;
    if (current && words !== "") for (const other of waiting.splice(0)) other.words ||= words;
    else if (current && !waiting.includes(current)) waiting.push(current);
    lines = [];
  };
  for (const line of report) {
    const reading = found.size < MAX_NAMED ? read(line) : null;
    if (!reading) {
      if (/^\.{0,3}\s?while talking to/i.test(line)) lines = current ? lines : [];
      lines.push(line);
      continue;
    }
    const key = reading.address.toLowerCase();
    const known = found.get(key);
    if (known && known === current) {
      lines.push(reading.rest);
      continue;
    }
    if (reading.after) {
      // In a transcript the conversation stands above the verdict on the recipient.
      const words = [...lines, reading.rest].join("\n");
      lines = [];
      if (known) known.words ||= words;
      else found.set(key, { address: reading.address, words });
      current = null;
      continue;
    }
    if (current) close();
    lines = [reading.rest];
    current = known ?? { address: reading.address, words: "" };
    found.set(key, current);
  }
  if (current) close();
  return [...found.values()];
}

/** The paragraph directly below a recipient when it says why, else everything down to the next recipient. */
function nearestWords(lines: readonly string[]): string {
  const end = lines.findIndex((line, i) => i > 0 && line.trim() === "");
  const near = lines.slice(0, end < 0 ? lines.length : end).join("\n");
  const words = reasonFromText(near) !== null || hasReply(near) ? near : lines.join("\n");
  return whatServerSaid(words).trim();
}

/** Words of the refusing server where the report marks them, else all words. */
export function whatServerSaid(words: string): string {
  if (/but sender was rejected/i.test(words)) return words;
  let at = -1;
  for (const match of words.slice(0, MAX_REPORT).matchAll(SERVER_SAID)) at = match.index + match[0].length;
  const said = at < 0 ? "" : words.slice(at).trim();
  return said !== "" && (hasReply(said) || reasonFromText(said) !== null) ? said : words;
}

/** An SMTP reply or an enhanced status code (RFC 3463). */
export function hasReply(words: string): boolean {
  return /(?:^|[\s:[(])[45]\d\d[\s:-]|(?:^|[\s#([:])[45]\.\d{1,3}\.\d{1,3}(?=[\s)\],:]|$)/.test(words);
}

function readOwnLine(raw: string): Reading | null {
  const line = raw.trim().replace(/^[*•|-]\s{1,3}/, "");
  const transcript = IN_TRANSCRIPT.exec(line);
  if (transcript) return { address: cleaned(transcript[1] ?? ""), rest: line, after: true };
  const own = AT_START.exec(line);
  if (!own) return null;
  const rest = (own[2] ?? "").trim();
  const belongs =
    /^(?:$|:|\.\.\.|[[(]|on (?:[A-Z][a-z]{2}, )?\d)/.test(rest) || hasReply(rest) || reasonFromText(rest) !== null;
  return belongs ? { address: cleaned(own[1] ?? ""), rest: rest.replace(/^(?::|\.\.\.)\s*/, ""), after: false } : null;
}

function readLabel(raw: string): Reading | null {
  const line = raw.trim();
  const match = LABELLED.exec(line);
  return match ? { address: cleaned(match[1] ?? ""), rest: line.slice(match[0].length), after: false } : null;
}

/** "Unable to deliver message to: <ann@example.org>": the words before the address must be about delivery. */
function readSentence(raw: string): Reading | null {
  const match = ANYWHERE.exec(raw);
  if (!match) return null;
  const before = raw.slice(0, match.index);
  if (!/deliver|recipient|mailbox|доставлен|adresat/i.test(before) || /contact|assist|help|support/i.test(before))
    return null;
  return { address: cleaned(match[0]), rest: `${before} ${raw.slice(match.index + match[0].length)}`, after: false };
}

function cleaned(address: string): string {
  return address.replace(/[.!?]{1,5}$/, "").slice(0, 320);
}
