import { SEARCH_LOCALES, type SearchLocale } from "../document";
import { languagesOf } from "../stop-words";
import { isCyrillic, readWords } from "../words";

/** `locale` is null when neither the line nor its words tell the language. */
export type JudgedDocument = { id: string; locale: SearchLocale | null; title: string; body: string };
export type JudgedQuery = { query: string; locale: SearchLocale | null; relevant: string[] };
export type JudgedSet = { documents: JudgedDocument[]; queries: JudgedQuery[] };

/** A judged set that cannot be used; the message says why. */
export class UnreadableSet extends Error {}

/** Says which line of a judged set cannot be read, counted from 1, and why. */
export class UnreadableLine extends UnreadableSet {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

/**
 * Reads one line: `{"doc":{"id","locale","title","body"}}` or `{"query","locale","relevant":["id"]}`, with whatever else
 * stands in it; null when it is empty. Throws UnreadableLine.
 */
export function readLine(line: string, nth: number): { document: JudgedDocument } | { query: JudgedQuery } | null {
  const text = nth === 1 ? line.replace(/^\ufeff/, "") : line;
  if (!text.trim()) return null;
  const value = parse(text, nth);
  if (isRecord(value.doc)) return { document: readDocument(value.doc, nth) };
  if (typeof value.query === "string") return { query: readQuery(value, nth) };
  throw new UnreadableLine(nth, 'neither "doc" nor "query"');
}

/** All lines of a text, in any order. Throws UnreadableLine. */
export function readLines(text: string): JudgedSet {
  const set: JudgedSet = { documents: [], queries: [] };
  text.split("\n").forEach((line, i) => {
    const read = readLine(line, i + 1);
    if (read && "document" in read) set.documents.push(read.document);
    else if (read) set.queries.push(read.query);
  });
  return set;
}

type Fields = Record<string, unknown>;
const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(line: string, nth: number): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UnreadableLine(nth, "no JSON");
  }
  if (!isRecord(value)) throw new UnreadableLine(nth, "no JSON object");
  return value;
}

function readDocument(doc: Fields, line: number): JudgedDocument {
  const title = typeof doc.title === "string" ? doc.title : "";
  const body = typeof doc.body === "string" ? doc.body : "";
  return {
    id: readId(doc.id, line),
    locale: readLocale(doc.locale, `${title} ${body.slice(0, 2000)}`, line),
    title,
    body,
  };
}

function readQuery(value: Fields, line: number): JudgedQuery {
  if (!Array.isArray(value.relevant)) throw new UnreadableLine(line, '"relevant" is no list');
  const query = String(value.query);
  return {
    query,
    locale: readLocale(value.locale, query, line),
    relevant: value.relevant.map((id) => readId(id, line)),
  };
}

function readId(value: unknown, line: number): string {
  if (typeof value !== "string" && typeof value !== "number") throw new UnreadableLine(line, "an id is no text");
  return String(value);
}

/** `it-IT` is `it`; where no language is named, the words of grammar tell it. */
function readLocale(value: unknown, text: string, line: number): SearchLocale | null {
  if (value === undefined || value === null || value === "") return guessLocale(text);
  const language = String(value).toLowerCase().split(/[-_]/)[0];
  const locale = SEARCH_LOCALES.find((one) => one === language);
  if (!locale)
    throw new UnreadableLine(line, `the language ${JSON.stringify(value)} is none of ${SEARCH_LOCALES.join(", ")}`);
  return locale;
}

function guessLocale(text: string): SearchLocale | null {
  if (isCyrillic(text)) return "ru";
  const words = readWords(text).map(({ folded }) => folded);
  return languagesOf(null, words)[0] ?? null;
}
