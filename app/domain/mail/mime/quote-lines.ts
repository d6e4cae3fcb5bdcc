import {
  DATE_LABELS,
  FORWARDED,
  FROM_LABELS,
  LEADS,
  ORIGINAL,
  SENT_FROM,
  SENT_FROM_ENDS,
  SIGN_OFFS,
  SUBJECT_LABELS,
  TO_LABELS,
  WROTE,
} from "./reply-phrases";

// Every expression here is anchored or runs on text of at most MAX characters, so that no input makes it slow.
const MAX = 400;
const DATEISH = /\d{1,2}[:.h]\d{2}|(?:^|\D)(?:19|20)\d{2}(?:\D|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d年|@/;
const EMAIL = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/;
// Three letters or more of a weekday's name with a comma, dot or number behind; two letters only before a number.
const WEEKDAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom|mie|joi|vin|sâm|dum|dum|понед|втор|сред|четв|пятн|субб|воскр|jeu|sam|dim|mié|jue|vie|sáb|dim|seg|ter|qua|qui|sex|pon|wto|śro|czw|pią|sob|nie|mån|tis|ons|tor|fre|lör|sön|søn|man|tir|lør)\p{L}{0,10}(?:[.,]|\s+\d)|(?:пн|вт|ср|чт|пт|сб|вс|mo|di|mi|do|fr|sa|so|pe|ma|ke|to|la|su|ti|pá|út|st|čt|po|ne)[.,]*\s+\d)/u;
const WROTE_END = new RegExp(`(?:^|[\\s>)\\]"'.,])(?:${WROTE})\\s*[:：]?\\s*-{0,5}$`, "u");
const WROTE_INSIDE = new RegExp(`(?:^|[\\s>)\\]"'.,])(?:${WROTE})(?=[\\s:,<])`, "u");
const LEAD = new RegExp(`^-{0,10}\\s*(?:(?:${LEADS})[\\s,]|在|于)`, "u");
const ASIAN_END = /(?:写道|寫道|写道：|のメッセージ|作成|작성)\s*[:：]?$/u;
const CANDIDATE_END = new RegExp(`[:：]$|-{2,5}$|(?:${WROTE}|写道|寫道)\\s*$`, "u");

/** Text of a line for comparisons: no-break spaces and bold marks gone, trimmed. */
export function plainLine(line: string): string {
  return line.length > 2000
    ? line.slice(0, 2000)
    : line.replace(/[\u00a0\u202f\u2007]/g, " ").replace(/^[\s*]+|[\s*]+$/g, "");
}

/** Could this be the last line of an attribution? A cheap test before the lines above are joined. */
export function endsLikeAttribution(line: string): boolean {
  return CANDIDATE_END.test(line.slice(-40).toLowerCase());
}

/** Starts like "On …", "Tue, …" or a date; the second line of an attribution never starts with a lead word. */
export function startsLikeAttribution(line: string): boolean {
  const text = line.slice(0, 100).toLowerCase();
  return startsWithLead(text) || WEEKDAY.test(text) || /^-{0,10}\s*\d/.test(text) || EMAIL.test(line.slice(0, 300));
}

export function startsWithLead(line: string): boolean {
  return LEAD.test(line.slice(0, 100).toLowerCase());
}

/**
 * "On 1 May 2024 at 10:00, Ann <ann@x.example> wrote:" in any language known here. `quoteFollows` says that the next
 * line is quoted with ">", which lets weaker forms pass ("Ann wrote:").
 */
export function isAttribution(joined: string, quoteFollows: boolean): boolean {
  if (joined.length > MAX || joined.length < 6 || !(quoteFollows || /[\d@]/.test(joined))) return false;
  const text = joined.toLowerCase().replace(/\s+/g, " ").trim();
  const colon = /[:：]$/.test(text);
  const dated = DATEISH.test(text);
  const email = EMAIL.test(text);
  if (quoteFollows && colon && (dated || email) && /\d|@/.test(text)) return true;
  if (ASIAN_END.test(text) && dated) return true;
  const lead = LEAD.test(text) || WEEKDAY.test(text) || /^-{0,10}\s*\d/.test(text);
  if (WROTE_END.test(text)) {
    if (quoteFollows) return true;
    return dated && (lead || email) && (email || /\d/.test(text)) && !/https?:\/\//.test(text.replace(/<[^>]*>/g, ""));
  }
  if (!colon) return false;
  // "Am 1.5.2024 schrieb Ann:", "Op 1 mei 2024 schreef Ann <a@x>:", "Ann <a@x> schrieb am 1.5.2024:".
  if (WROTE_INSIDE.test(text) && dated && (lead || email)) return true;
  // "01.05.2024, 10:00, "Анна" <anna@x>:" and "среда, 1 мая 2024, 10:00 +03:00 от Анна <anna@x>:".
  return email && (/^\d/.test(text) || WEEKDAY.test(text)) && /\d{1,2}[:.]\d{2}|\d{4}/.test(text.replace(EMAIL, " "));
}

const LABEL = new RegExp(
  `^(?:(${FROM_LABELS})|(${DATE_LABELS})|(${TO_LABELS})|(${SUBJECT_LABELS}))\\s?\\*?\\s?[:：]\\*?(.*)$`,
  "u",
);
export type HeaderLabel = { from: boolean; date: boolean; to: boolean; subject: boolean; rest: string };

/** "From: …", "*Gesendet:* …" as one of the four labels, or null. "De" and "A" can mean two of them. */
export function headerLabel(line: string): HeaderLabel | null {
  const text = plainLine(line).toLowerCase();
  if (text.length > 1000) return null;
  const match = LABEL.exec(text);
  if (!match) return null;
  return {
    from: match[1] !== undefined,
    date: match[2] !== undefined,
    to: match[3] !== undefined,
    subject: match[4] !== undefined,
    rest: match[5] ?? "",
  };
}

const ORIGINAL_LINE = new RegExp(`^[-_=\\s]{2,60}(?:${ORIGINAL})[-_=:\\s]{1,60}$|^(?:${ORIGINAL})\\s*:?$`, "u");
const FORWARD_LINE = new RegExp(`^[-_=\\s]{2,60}(?:${FORWARDED})[-_=:\\s]{0,60}$|^(?:${FORWARDED})\\s*:$`, "u");
const SENT_FROM_LINE = new RegExp(
  `^(?:${SENT_FROM})\\s?\\S.*$|^(?:von meinem|iphone|ipad|내|mijn).{0,60}(?:${SENT_FROM_ENDS})\\.?$|^.{0,40}から送信$`,
  "u",
);
const SIGN_OFF_ALONE = new RegExp(`^(?:${SIGN_OFFS})\\s?[,.!！，。]{0,3}$`, "u");
const SIGN_OFF_NAMED = new RegExp(
  `^(?:${SIGN_OFFS})\\s?[,.!]{1,2}\\s?\\p{L}[\\p{L}.'’ -]{1,40}$|^с уважением\\s+\\p{L}[\\p{L}. -]{1,40}$`,
  "u",
);

export function isOriginalMarker(line: string): boolean {
  return line.length <= 200 && ORIGINAL_LINE.test(plainLine(line).toLowerCase());
}

export function isForwardMarker(line: string): boolean {
  return line.length <= 200 && FORWARD_LINE.test(plainLine(line).toLowerCase());
}

/** "-- ", "____", "====" alone on a line, or Outlook's 32 underscores. */
export function isSignatureSeparator(line: string): boolean {
  return /^\s{0,3}(?:-{2,4}|_{2,4}|={2,4}|\+{2,4}|_{32}|-- .{1,80})\s*$/.test(line.slice(0, 120)) && line.length <= 120;
}

export function isSentFrom(line: string): boolean {
  return line.length <= 200 && SENT_FROM_LINE.test(plainLine(line).toLowerCase());
}

export function isSignOff(line: string): boolean {
  if (line.length > 90) return false;
  const text = plainLine(line).toLowerCase();
  return SIGN_OFF_ALONE.test(text) || SIGN_OFF_NAMED.test(text);
}

/** Footer of a mailing list: a long rule, then the list's name or address. */
export function isLongRule(line: string): boolean {
  return /^\s{0,3}[_=-]{20,120}\s*$/.test(line.slice(0, 140)) && line.length <= 140;
}
