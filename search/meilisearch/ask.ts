import type { Meilisearch, SearchParams } from "meilisearch";
import type { SearchAnswer, SearchHit, SearchRequest } from "../engine";
import { facetAttribute, filtersOf } from "./filters";
import { ISO_LOCALES, MOST_HITS } from "./index-settings";
import { type Corrections, markTexts } from "./marks";
import { type Question, readQuestion } from "./normal-text";
import { keyOf, type StoredDocument } from "./stored-document";

type Found = StoredDocument & { _rankingScore?: number };
type Paged = SearchParams & { page: number; hitsPerPage: number };

const MANY_LANGUAGES = ["article", "faq", "news"];
const SHOWN = ["id", "kind", "group", "locale", "source", "at", "data"];

/** Asks the index `uid`. Facets and totals count groups, as hits do. */
export async function askIndex(client: Meilisearch, uid: string, request: SearchRequest): Promise<SearchAnswer> {
  const page = pageOf(request.after);
  const question = readQuestion(request);
  const ask = (matchingStrategy: "all" | "frequency" | "last", query = question.query) =>
    client.index<StoredDocument>(uid).search<Found, Paged>(query, { ...paramsOf(request, page), matchingStrategy });
  let found = await ask(request.match === "any" ? "frequency" : "all");
  if (!found.totalHits && question.plain !== question.query) found = await ask("all", question.plain);
  if (!found.totalHits && request.match !== "any" && question.words.length > 1 && !request.text.includes('"'))
    found = await ask("last");
  const hits = await inReadersLanguage(client, uid, request, found.hits);
  const corrections: Corrections = new Map();
  const total = found.totalHits;
  return {
    hits: hits.map((hit) => toHit(hit, question, corrections)),
    next: page * request.limit < Math.min(total, MOST_HITS) ? `page ${page + 1}` : null,
    total: { count: total, capped: total >= MOST_HITS },
    facets: readFacets(request, found.facetDistribution ?? {}),
    corrected:
      request.match === "any" ? [] : [...corrections].flatMap(([from, { to }]) => (to === null ? [] : [{ from, to }])),
  };
}

/** Only ours; a cursor of the engine that stood in begins anew. */
const pageOf = (after: string | null | undefined): number => Number(/^page (\d{1,4})$/.exec(after ?? "")?.[1] ?? 1);

const paramsOf = (request: SearchRequest, page: number): Paged => ({
  filter: filtersOf(request),
  page,
  hitsPerPage: request.limit,
  locales: [...new Set([ISO_LOCALES[request.locale], ISO_LOCALES.en])],
  attributesToRetrieve: SHOWN,
  showRankingScore: true,
  ...(request.text.trim() ? {} : { sort: ["at:desc"] }),
  ...(request.facets?.length ? { facets: request.facets.map(facetAttribute) } : {}),
});

function readFacets(
  { facets = [] }: SearchRequest,
  counted: Record<string, Record<string, number>>,
): SearchAnswer["facets"] {
  const found: SearchAnswer["facets"] = {};
  for (const field of facets) {
    const values = Object.entries(counted[facetAttribute(field)] ?? {}).map(([value, count]) => ({ value, count }));
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    if (values.length) found[field] = values;
  }
  return found;
}

/** Of what exists in several languages and was found in another, the text in the reader's language is shown. */
async function inReadersLanguage(
  client: Meilisearch,
  uid: string,
  request: SearchRequest,
  hits: readonly Found[],
): Promise<Found[]> {
  const foreign = hits.filter(({ kind, locale }) => MANY_LANGUAGES.includes(kind) && locale !== request.locale);
  if (!foreign.length) return [...hits];
  const keys = foreign.map(({ kind, group }) => keyOf(`${kind}:${group}:${request.locale}`));
  const { results } = await client.index<StoredDocument>(uid).getDocuments<StoredDocument>({
    filter: [...filtersOf({ ...request, filters: [] }), `key IN [${keys.map((key) => `"${key}"`).join(", ")}]`],
    fields: SHOWN as (keyof StoredDocument)[],
    limit: keys.length,
  });
  const own = new Map(results.map((document) => [document.group, document]));
  return hits.map((hit) => {
    const better = foreign.includes(hit) && own.get(hit.group);
    return better ? { ...better, _rankingScore: hit._rankingScore } : hit;
  });
}

function toHit(found: Found, { words }: Question, corrections: Corrections): SearchHit {
  const { id, kind, group, locale, source, at, data, _rankingScore } = found;
  const marks = markTexts(locale, source, words, corrections);
  return { id, kind, group, locale, ...marks, score: _rankingScore ?? 0, at: new Date(at), data };
}
