import { normaliseAddress } from "~/domain/identity/address";
import { parseAddresses } from "./addresses";
import { headerLabel, isAttribution, isForwardMarker, isOriginalMarker, plainLine } from "./quote-lines";

/** What somebody has forwarded inside the text: who wrote it first, and the words before and after the block of headers. */
export type ForwardedText = {
  from: { address: string; name: string };
  /** "" when the block names none. */
  subject: string;
  text: string;
  /** What the forwarder wrote above. */
  comment: string;
};

// The marks that programs put before a forwarded subject: en, it, de, fr, es, ru, ro, and sisters of theirs.
const FORWARD_SUBJECT =
  /^(?:\s*(?:re|r|aw|sv|rv)\s*:)?\s*(?:fwd?|fw|i|inoltr[ao]|wg|tr|rv|rvi?|enc|пересл|пересылка|redir|doorst|vs|pd)\s*(?:\[\d+\])?\s*:/iu;
const END_MARKER =
  /^[-_=\s]{2,60}(?:завершение пересылаемого сообщения|end of forwarded message|конец пересылаемого сообщения)[-_=\s]{0,60}$/iu;
const EMAIL = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/u;
/** A header that is none of the four, inside a block. */
const OTHER_LABEL = /^\p{L}[\p{L} -]{1,30}\s?[:：](?:\s|$)/u;
const MAX_LINES = 4_000;
const MAX_BLOCK = 40;

/** Whether a subject says that the mail is forwarded. */
export const isForwardSubject = (subject: string): boolean => FORWARD_SUBJECT.test(subject.slice(0, 200));

/** A subject without the marks of forwarding and answering in front of it. */
export function withoutForwardMarks(subject: string): string {
  let bare = subject.trim();
  for (let i = 0; i < 10 && FORWARD_SUBJECT.test(bare.slice(0, 200)); i++)
    bare = bare.replace(FORWARD_SUBJECT, "").trim();
  return bare;
}

/**
 * Reads the block of headers that Gmail, Outlook, Apple Mail, Thunderbird, Yandex and mail.ru put above a forwarded text,
 * in the languages of `reply-phrases`. Null when there is none, or none with an address. Linear in the length of the text.
 */
export function readForwardedText(text: string): ForwardedText | null {
  const lines = text.replace(/\r\n?/g, "\n").split("\n", MAX_LINES);
  for (let at = 0; at < lines.length; at++) {
    const line = unquote(lines[at]!);
    const marked = isForwardMarker(line) || isOriginalMarker(line);
    const block = marked
      ? blockAfter(lines, at + 1)
      : headerLabel(line)?.from || startsBlock(line)
        ? readBlock(lines, at, 3)
        : null;
    if (!block) continue;
    const comment = lines
      .slice(0, at)
      .join("\n")
      .trim()
      .replace(/\n?_{5,80}$/, "")
      .trim();
    const from = block.from && addressIn(block.from);
    return from ? { from, subject: block.subject, text: bodyOf(lines, block.end), comment } : null;
  }
  return null;
}

type Block = { from: string; subject: string; end: number };

/** Thunderbird begins with the subject, others with the date. */
const startsBlock = (line: string): boolean => {
  const label = headerLabel(line);
  return label !== null && (label.subject || label.date);
};

function blockAfter(lines: string[], from: number): Block | null {
  let at = from;
  while (at < lines.length && at < from + 5 && unquote(lines[at]!).trim() === "") at++;
  const line = plainLine(unquote(lines[at] ?? ""));
  // Yandex: `11.11.2026, 10:00, "Name" <a@b.example>:`
  if (!headerLabel(line) && isAttribution(line, false))
    return { from: line.replace(/[:：]\s*$/, ""), subject: "", end: at + 1 };
  return readBlock(lines, at, 2);
}

/** A run of header lines with at least `least` labels, From among them. */
function readBlock(lines: string[], start: number, least: number): Block | null {
  let from: string | null = null;
  let subject = "";
  let labels = 0;
  let last: "from" | "subject" | "other" = "other";
  let at = start;
  for (; at < lines.length && at < start + MAX_BLOCK; at++) {
    const line = unquote(lines[at]!);
    if (line.trim() === "") {
      const next = unquote(lines[at + 1] ?? "");
      if (labels > 0 && !headerLabel(next)) break;
      continue;
    }
    const label = headerLabel(line);
    const value = valueOf(line);
    if (label) {
      labels++;
      last = label.from && from === null ? "from" : label.subject ? "subject" : "other";
      if (last === "from") from = value;
      if (last === "subject") subject = value;
    } else if (labels === 0) return null;
    else if (last === "from" && from !== null && !EMAIL.test(from) && EMAIL.test(line)) from += ` ${line.trim()}`;
    else if (last === "from" && from === "") from = line.trim();
    else if (!OTHER_LABEL.test(plainLine(line)) && !isFolded(line)) break;
  }
  return from !== null && labels >= least ? { from, subject, end: at } : null;
}

/** A list of recipients that goes on. */
const isFolded = (line: string): boolean =>
  /^\s+\S/.test(line) || /[,;]\s*$/.test(line) || /^[^ ]*<?\S+@\S+>?[,;]?$/.test(line.trim());

const valueOf = (line: string): string =>
  plainLine(line)
    .replace(/^[^:：]*[:：]\s*/, "")
    .replace(/^\*+|\*+$/g, "")
    .trim();

function addressIn(value: string): { address: string; name: string } | null {
  const text = value
    .slice(0, 1_000)
    .replace(/\[mailto:([^\]]*)\]/gi, "<$1>")
    .replace(/<mailto:([^>]*)>/gi, "")
    .replace(/\*/g, "");
  const [parsed] = parseAddresses(text.replace(/^\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?,?\s*/, ""));
  const raw = parsed?.address ?? EMAIL.exec(value)?.[0] ?? "";
  const address = normaliseAddress(raw) ?? normaliseAddress(EMAIL.exec(value)?.[0] ?? "");
  if (!address) return null;
  const name = (parsed?.name ?? "").replace(/^["']+|["']+$/g, "").trim();
  return { address, name: name.toLowerCase() === address ? "" : name };
}

/** Everything below the block; what was quoted as a whole is unquoted by one level. */
function bodyOf(lines: string[], from: number): string {
  const end = lines.findIndex((line, i) => i >= from && END_MARKER.test(unquote(line).slice(0, 200)));
  const body = lines.slice(from, end < 0 ? undefined : end);
  const filled = body.filter((line) => line.trim() !== "");
  const quoted = filled.length > 0 && filled.every((line) => line.startsWith(">"));
  return (quoted ? body.map(unquote) : body).join("\n").trim();
}

const unquote = (line: string): string => line.replace(/^ ?> ?/, "");
