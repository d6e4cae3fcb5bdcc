import type { OpenEmpty } from "../conformance";
import type { SearchDocument } from "../document";
import { mean, percentile, scoreOf } from "./metrics";
import { readLines, type JudgedDocument, type JudgedQuery } from "./read-lines";

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

const BATCH = 500;
const WARM_UP = 30;
const AT = new Date(Date.UTC(2026, 0, 1));

/**
 * Loads a judged set (JSON lines) into an index of its own, asks every question as a guest of the help centre does, and
 * takes the index away, also when it is aborted. Questions without a relevant document are left out. Throws
 * UnreadableLine.
 */
export async function evaluate(open: OpenEmpty, lines: string, signal?: AbortSignal): Promise<Evaluation> {
  const { documents, queries } = readLines(lines);
  const { engine, close } = await open();
  try {
    const rebuild = await engine.rebuild();
    for (let from = 0; from < documents.length; from += BATCH) {
      signal?.throwIfAborted();
      await rebuild.put(documents.slice(from, from + BATCH).map(documentOf));
    }
    signal?.throwIfAborted();
    await rebuild.swap();
    const ids = new Map(documents.map((document) => [documentOf(document).id, document.id]));
    const judged = queries.filter(({ relevant }) => relevant.length > 0);
    const ask = ({ query, locale }: JudgedQuery) =>
      engine.search({
        text: query,
        locale,
        kinds: ["article"],
        principals: ["public"],
        match: "any",
        prefix: true,
        limit: 10,
      });
    for (const query of judged.slice(0, WARM_UP)) await ask(query);
    const answered: Answered[] = [];
    for (const query of judged) {
      signal?.throwIfAborted();
      const started = performance.now();
      const { hits } = await ask(query);
      answered.push({ query, ids: hits.map(({ id }) => ids.get(id) ?? id), ms: performance.now() - started });
    }
    return summarize(answered);
  } finally {
    await close();
  }
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

/** Texts of one id in several languages are translations of each other. */
const documentOf = ({ id, locale, title, body }: JudgedDocument): SearchDocument => ({
  id: `article:${id}:${locale}`,
  kind: "article",
  group: id,
  locale,
  title,
  keywords: "",
  body,
  audience: ["public"],
  facets: [],
  at: AT,
  quality: 0.5,
  data: {},
  version: AT.getTime(),
});
