import { SEARCH_LOCALES, type SearchLocale } from "../document";

export type JudgedDocument = { id: string; locale: SearchLocale; title: string; body: string };
export type JudgedQuery = { query: string; locale: SearchLocale; relevant: string[] };
export type JudgedSet = { documents: JudgedDocument[]; queries: JudgedQuery[] };

/** Says which line of a judged set cannot be read, counted from 1, and why. */
export class UnreadableLine extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

/**
 * Reads `{"doc":{"id","locale","title","body"}}` and `{"query","locale","relevant":["id"]}`, one per line, in any order;
 * empty lines are passed over. Throws UnreadableLine.
 */
export function readLines(text: string): JudgedSet {
  const set: JudgedSet = { documents: [], queries: [] };
  text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .forEach((line, i) => {
      if (!line.trim()) return;
      const value = parse(line, i + 1);
      if (isRecord(value.doc)) set.documents.push(readDocument(value.doc, i + 1));
      else if (typeof value.query === "string") set.queries.push(readQuery(value, i + 1));
      else throw new UnreadableLine(i + 1, 'neither "doc" nor "query"');
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

const readDocument = (doc: Fields, line: number): JudgedDocument => ({
  id: readId(doc.id, line),
  locale: readLocale(doc.locale, line),
  title: typeof doc.title === "string" ? doc.title : "",
  body: typeof doc.body === "string" ? doc.body : "",
});

function readQuery(value: Fields, line: number): JudgedQuery {
  if (!Array.isArray(value.relevant)) throw new UnreadableLine(line, '"relevant" is no list');
  return {
    query: String(value.query),
    locale: readLocale(value.locale, line),
    relevant: value.relevant.map((id) => readId(id, line)),
  };
}

function readId(value: unknown, line: number): string {
  if (typeof value !== "string" && typeof value !== "number") throw new UnreadableLine(line, "an id is no text");
  return String(value);
}

/** `it-IT` is `it`; texts of no language are read as English. */
function readLocale(value: unknown, line: number): SearchLocale {
  if (value === undefined || value === null) return "en";
  const language = String(value).toLowerCase().split(/[-_]/)[0];
  const locale = SEARCH_LOCALES.find((one) => one === language);
  if (!locale)
    throw new UnreadableLine(line, `the language ${JSON.stringify(value)} is none of ${SEARCH_LOCALES.join(", ")}`);
  return locale;
}
