import { createHash } from "node:crypto";
import type { OpenEmpty } from "../conformance";
import type { SearchDocument, SearchLocale } from "../document";
import type { SearchRebuild } from "../engine";
import { mean, percentile, scoreOf } from "./metrics";
import { readLine, UnreadableLine, UnreadableSet, type JudgedDocument, type JudgedQuery } from "./read-lines";

/** What `npx sportello search eval` prints. */
export type Evaluation = {
  queries: number;
  "nDCG@10": number;
  "MRR@10": number;
  "hit@10": number;
  p50Ms: number;
  p95Ms: number;
};

export type Answered = { query: JudgedQuery; ids: string[]; ms: number };

const BATCH = 400;
const BATCH_LETTERS = 1_000_000;
const WARM_UP = 30;
const AT = new Date(Date.UTC(2026, 0, 1));

/**
 * Loads a judged set (JSON lines) into an index of its own, asks every question as a guest of the help centre does, and
 * takes the index away, also when it is aborted. Questions without a relevant document are left out. Throws
 * UnreadableSet, of a line UnreadableLine.
 */
export async function evaluate(
  open: OpenEmpty,
  lines: string | AsyncIterable<string>,
  signal?: AbortSignal,
): Promise<Evaluation> {
  const { engine, close } = await open();
  try {
    const rebuild = await engine.rebuild();
    const { queries, locale: usual } = await load(
      rebuild,
      typeof lines === "string" ? lines.split("\n") : lines,
      signal,
    );
    signal?.throwIfAborted();
    await rebuild.swap();
    const ask = ({ query, locale }: JudgedQuery) =>
      engine.search({
        text: query,
        locale: locale ?? usual,
        kinds: ["article"],
        principals: ["public"],
        match: "any",
        prefix: true,
        limit: 10,
      });
    for (const query of queries.slice(0, WARM_UP)) await ask(query);
    const answered: Answered[] = [];
    for (const query of queries) {
      signal?.throwIfAborted();
      const started = performance.now();
      const { hits } = await ask(query);
      answered.push({ query, ids: hits.map(({ group }) => group), ms: performance.now() - started });
    }
    return summarize(answered);
  } finally {
    await close();
  }
}

/** Writes the documents as they are read; the questions, and the language of most documents. */
async function load(rebuild: SearchRebuild, lines: Iterable<string> | AsyncIterable<string>, signal?: AbortSignal) {
  const queries: JudgedQuery[] = [];
  const locales = new Map<SearchLocale, number>();
  const texts = new Map<string, string>();
  let batch: SearchDocument[] = [];
  let letters = 0;
  let nth = 0;
  const write = async () => {
    signal?.throwIfAborted();
    await rebuild.put(batch);
    batch = [];
    letters = 0;
  };
  for await (const line of lines) {
    const read = readLine(line, ++nth);
    if (!read) continue;
    if ("query" in read) {
      if (read.query.relevant.length) queries.push(read.query);
      continue;
    }
    const document = documentOf(read.document);
    if (read.document.locale) locales.set(document.locale, (locales.get(document.locale) ?? 0) + 1);
    if (isRepeated(texts, document, nth)) continue;
    batch.push(document);
    letters += document.body.length;
    if (batch.length >= BATCH || letters >= BATCH_LETTERS) await write();
  }
  if (batch.length) await write();
  if (!texts.size) throw new UnreadableSet("there is no document in it");
  if (!queries.length) throw new UnreadableSet("there is no question with a relevant document in it");
  const [usual] = [...locales].sort(([, a], [, b]) => b - a);
  return { queries, locale: usual?.[0] ?? "en" };
}

/** The same text a second time is passed over; another one under the same name would be judged by chance. */
function isRepeated(texts: Map<string, string>, { id, locale, group, title, body }: SearchDocument, line: number) {
  const text = createHash("sha256").update(`${title}\0${body}`).digest("base64");
  const known = texts.get(id);
  if (known !== undefined && known !== text)
    throw new UnreadableLine(line, `the document ${JSON.stringify(group)} has another text in ${locale} already`);
  texts.set(id, text);
  return known !== undefined;
}

/** Means over the questions, to four digits; milliseconds to one. */
export function summarize(answered: readonly Answered[]): Evaluation {
  const scores = answered.map(({ ids, query }) => scoreOf(ids, query.relevant));
  const times = answered.map(({ ms }) => ms);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    queries: answered.length,
    "nDCG@10": round(mean(scores.map(({ ndcg }) => ndcg)), 4),
    "MRR@10": round(mean(scores.map(({ mrr }) => mrr)), 4),
    "hit@10": round(mean(scores.map(({ hit }) => hit)), 4),
    p50Ms: round(percentile(times, 0.5), 1),
    p95Ms: round(percentile(times, 0.95), 1),
  };
}

/** What a text without a title is known by. */
const firstLine = (body: string) => /^\s*(.{1,100}?)(?:[.!?:]\s|\n|$)/su.exec(body)?.[1] ?? "";

/** Texts of one id in several languages are translations of each other. */
const documentOf = ({ id, locale, title, body }: JudgedDocument): SearchDocument => ({
  id: `article:${id}:${locale ?? "en"}`,
  kind: "article",
  group: id,
  locale: locale ?? "en",
  title,
  keywords: title ? "" : firstLine(body),
  body,
  audience: ["public"],
  facets: [],
  at: AT,
  quality: 0.5,
  data: {},
  version: AT.getTime(),
});
