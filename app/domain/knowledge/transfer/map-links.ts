/** A destination as it stands in a Markdown text; `line` counts from 1. */
export type FoundLink = { destination: string; line: number };

/** `attribute`: the value of an HTML attribute, with its quotes. */
type Span = { from: number; to: number; destination: string; attribute?: true };

const FENCE = /^ {0,3}(?:>\s?)*(?:\s*(?:[-*+]|\d+[.)])\s+)?\s*(`{3,}|~{3,})/;
const IMG = /^<img\b[^>]*>/i;
const ANCHOR = /^<a\s[^>]*>/i;
/** Begins an HTML block (CommonMark 4.6, kind 6): Markdown inside it is no Markdown up to the next blank line. */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:blockquote|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|li|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s|\/?>|$)/i;
/** No address and no title is longer; keeps the work linear where something never closes. */
const LONGEST = 2_000;
/** Parentheses inside each other in an address; CommonMark asks for at least three. */
const DEEPEST = 32;

/**
 * Puts other destinations into the links, pictures and reference definitions of a Markdown text (CommonMark 6.3, 6.4,
 * 4.7) and leaves every other character as it is. `map` answers the new destination, ready to stand there, or null to
 * keep the old one. Code is left alone. An <img> whose source is mapped becomes a Markdown picture; inside HTML, as in a
 * table with lists, it and links keep their form.
 */
export function mapLinks(markdown: string, map: (link: FoundLink) => string | null): string {
  const lineAt = lineCounter(markdown);
  let out = "";
  let written = 0;
  for (const span of findSpans(markdown)) {
    const mapped = map({ destination: span.destination, line: lineAt(span.from) });
    if (mapped === null) continue;
    const raw = markdown.slice(span.from, span.to);
    const put = span.attribute ? `"${mapped.replaceAll("&", "&amp;").replaceAll('"', "%22")}"` : mapped;
    out += markdown.slice(written, span.from) + (IMG.test(raw) ? asPicture(raw, mapped) : put);
    written = span.to;
  }
  return out + markdown.slice(written);
}

/** A path as it may stand between the parentheses of a link. */
export const asDestination = (path: string): string =>
  encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text[counted] === "\n") line++;
    return line;
  };
}

function findSpans(markdown: string): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of proseOf(markdown)) scanProse(markdown, from, to, spans);
  return spans.sort((a, b) => a.from - b.from);
}

/** What stands outside fenced code, cut at blank lines: no link or code span goes over one. */
function proseOf(markdown: string): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let fence: string | null = null;
  let start = 0;
  let at = 0;
  const end = () => {
    if (start < at) parts.push({ from: start, to: at });
  };
  while (at < markdown.length) {
    const newline = markdown.indexOf("\n", at);
    const next = newline < 0 ? markdown.length : newline + 1;
    const line = markdown.slice(at, next);
    const mark: string | null = FENCE.exec(line)?.[1] ?? null;
    if (fence) {
      if (mark && mark[0] === fence[0] && mark.length >= fence.length && /^[\s>]*[`~]+\s*$/.test(line)) fence = null;
      start = next;
    } else if (mark && !(mark[0] === "`" && line.slice(line.indexOf(mark) + mark.length).includes("`"))) {
      end();
      fence = mark;
      start = next;
    } else if (!line.trim()) {
      end();
      start = next;
    }
    at = next;
  }
  if (!fence) end();
  return parts;
}

function scanProse(text: string, from: number, to: number, spans: Span[]): void {
  const open: number[] = [];
  const lastTicks = lastRuns(text, from, to);
  const inHtml = HTML_BLOCK.test(text.slice(from, Math.min(to, from + 100)));
  let at = from;
  while (at < to) {
    const sign = text[at];
    if (sign === "\\") at += 2;
    else if (sign === "`") at = afterCode(text, at, lastTicks);
    else if (sign === "<") at = afterAngle(text, at, to, inHtml, spans);
    else if (sign === "[") open.push(at++);
    else if (sign === "]") {
      const start = open.pop();
      at++;
      if (start === undefined) continue;
      if (text[at] === "(") at = takeInline(text, at, to, spans);
      else if (text[at] === ":" && beginsLine(text, start, from)) at = takeDefinition(text, at + 1, to, spans);
    } else at++;
  }
}

/** Where the last run of backticks of each length begins. */
function lastRuns(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (let at = from; at < to; at++) {
    if (text[at] !== "`") continue;
    const end = endOfRun(text, at);
    last.set(end - at, at);
    at = end;
  }
  return last;
}

function endOfRun(text: string, at: number): number {
  while (text[at] === "`") at++;
  return at;
}

/** Behind a code span, or behind its backticks when no run of that length follows. */
function afterCode(text: string, at: number, last: ReadonlyMap<number, number>): number {
  const end = endOfRun(text, at);
  const length = end - at;
  if ((last.get(length) ?? -1) < end) return end;
  for (let i = end; ; i++) {
    if (text[i] !== "`") continue;
    const closing = endOfRun(text, i);
    if (closing - i === length) return closing;
    i = closing;
  }
}

/** A tag or an address in angle brackets is passed over; an <img> is a picture, an <a> a link. */
function afterAngle(text: string, at: number, to: number, inHtml: boolean, spans: Span[]): number {
  const tag = /^<[^<>]+>/.exec(text.slice(at, Math.min(to, at + LONGEST)))?.[0];
  if (!tag) return at + 1;
  const end = at + tag.length;
  const picture = IMG.test(tag);
  if (picture && !inHtml) {
    const source = attribute(tag, "src")?.value;
    if (source) spans.push({ from: at, to: end, destination: source });
  } else if (picture || ANCHOR.test(tag)) {
    const found = attribute(tag, picture ? "src" : "href");
    if (found?.value)
      spans.push({ from: at + found.from, to: at + found.to, destination: found.value, attribute: true });
  }
  return end;
}

/** An attribute's value, and where it stands in the tag with its quotes. */
function attribute(tag: string, name: string): { value: string; from: number; to: number } | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, "i").exec(tag);
  const raw = match?.[1];
  if (!match || !raw) return null;
  const to = match.index + match[0].length;
  const value = raw
    .replace(/^(["'])(.*)\1$/s, "$2")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return { value, from: to - raw.length, to };
}

const asPicture = (tag: string, destination: string): string =>
  `![${(attribute(tag, "alt")?.value ?? "").replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ")}](${destination})`;

const beginsLine = (text: string, at: number, from: number): boolean =>
  /^ {0,3}$/.test(text.slice(Math.max(from, text.lastIndexOf("\n", at - 1) + 1), at));

function takeInline(text: string, parenthesis: number, to: number, spans: Span[]): number {
  const found = readDestination(text, skipSpace(text, parenthesis + 1, to), to, true);
  if (!found) return parenthesis + 1;
  let at = skipSpace(text, found.end, to);
  const closes = { '"': '"', "'": "'", "(": ")" }[text[at] ?? ""];
  if (closes && at > found.end) {
    const limit = Math.min(to, at + LONGEST);
    for (at++; at < limit && text[at] !== closes; at++) if (text[at] === "\\") at++;
    at = skipSpace(text, at + 1, to);
  }
  if (at >= to || text[at] !== ")") return parenthesis + 1;
  spans.push(found.span);
  return at + 1;
}

function takeDefinition(text: string, at: number, to: number, spans: Span[]): number {
  const found = readDestination(text, skipSpace(text, at, to), to, false);
  if (!found) return at;
  spans.push(found.span);
  return found.end;
}

/** A destination in angle brackets (the span takes them in), or up to white space or an unpaired parenthesis. */
function readDestination(text: string, at: number, to: number, inParentheses: boolean) {
  if (text[at] === "<") {
    const length = /^<[^<>\n]*>/.exec(text.slice(at, Math.min(to, at + LONGEST)))?.[0].length;
    if (!length) return null;
    const end = at + length - 1;
    return { span: { from: at, to: end + 1, destination: unescape(text.slice(at + 1, end)) }, end: end + 1 };
  }
  let depth = 0;
  const limit = Math.min(to, at + LONGEST);
  let i = at;
  for (; i < limit && !isSpace(text.charCodeAt(i)); i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "(") {
      if (++depth > DEEPEST) return null;
    } else if (text[i] === ")" && inParentheses && --depth < 0) break;
  }
  const end = Math.min(i, limit);
  return end > at && end - at < LONGEST
    ? { span: { from: at, to: end, destination: unescape(text.slice(at, end)) }, end }
    : null;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
