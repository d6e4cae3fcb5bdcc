import type { Meilisearch, SearchParams } from "meilisearch";
import type { SearchAnswer, SearchHit, SearchRequest } from "../engine";
import { askEach } from "./ask-each";
import { facetAttribute, filtersOf, oneOf } from "./filters";
import { ISO_LOCALES, MOST_HITS } from "./index-settings";
import { type Corrections, markTexts } from "./marks";
import { type Question, readQuestion } from "./question";
import { keyOf, type StoredDocument } from "./stored-document";

type Found = Pick<StoredDocument, (typeof SHOWN)[number]> & { _rankingScore?: number };
type Paged = SearchParams & { page: number; hitsPerPage: number };
type Answer = { hits: Found[]; count: number; capped: boolean; counted: Record<string, Record<string, number>> };

const MANY_LANGUAGES = ["article", "faq", "news"];
const SHOWN = ["key", "id", "kind", "group", "locale", "source", "at", "data"] as const;

/**
 * Asks the index `uid`. Facets and totals count groups, as hits do. Meilisearch can want all words, or the first, or the
 * rarest one; what asks for any of them, or for most, is asked word by word.
 */
export async function askIndex(client: Meilisearch, uid: string, request: SearchRequest): Promise<SearchAnswer> {
  const page = pageOf(request.after);
  const question = readQuestion(request);
  const any = request.match === "any" && question.terms.length > 0;
  let answer = any ? await askWords("any") : await askAll(client, uid, request, question.query, page);
  if (!any && !answer.count && question.plain !== question.query)
    answer = await askAll(client, uid, request, question.plain, page);
  if (!any && !answer.count && question.terms.length > 1) answer = await askWords("most");
  const hits = await inReadersLanguage(client, uid, request, answer.hits);
  const corrections: Corrections = new Map();
  return {
    hits: hits.map((hit) => toHit(hit, question, corrections)),
    next: page * request.limit < answer.count ? `page ${page + 1}` : null,
    total: { count: answer.count, capped: answer.capped },
    facets: readFacets(request, answer.counted),
    corrected:
      request.match === "any" ? [] : [...corrections].flatMap(([from, { to }]) => (to === null ? [] : [{ from, to }])),
  };

  async function askWords(want: "any" | "most"): Promise<Answer> {
    const { found, capped } = await askEach(client, uid, request, question, want);
    const shown = found.slice((page - 1) * request.limit, page * request.limit);
    const documents = await readDocuments(
      client,
      uid,
      request,
      shown.map(({ key }) => key),
    );
    const things = found.map(({ thing }) => thing);
    return {
      hits: shown.flatMap(({ key, score }) => {
        const document = documents.get(key);
        return document ? [{ ...document, _rankingScore: score }] : [];
      }),
      count: found.length,
      capped,
      counted: things.length ? await countFacets(client, uid, request, things) : {},
    };
  }
}

/** Only ours; a cursor of the engine that stood in begins anew. */
const pageOf = (after: string | null | undefined): number =>
  Number(/^page ([1-9]\d{0,3})$/.exec(after ?? "")?.[1] ?? 1);

async function askAll(
  client: Meilisearch,
  uid: string,
  request: SearchRequest,
  query: string,
  page: number,
): Promise<Answer> {
  const { hits, totalHits, facetDistribution } = await client.index<StoredDocument>(uid).search<Found, Paged>(query, {
    filter: filtersOf(request),
    page,
    hitsPerPage: request.limit,
    matchingStrategy: "all",
    locales: Object.values(ISO_LOCALES),
    attributesToRetrieve: [...SHOWN],
    showRankingScore: true,
    ...(query ? {} : { sort: ["at:desc"] }),
    ...(request.facets?.length ? { facets: request.facets.map(facetAttribute) } : {}),
  });
  return { hits, count: totalHits, capped: totalHits >= MOST_HITS, counted: facetDistribution ?? {} };
}

async function countFacets(
  client: Meilisearch,
  uid: string,
  request: SearchRequest,
  things: readonly string[],
): Promise<Answer["counted"]> {
  if (!request.facets?.length) return {};
  const { facetDistribution } = await client.index(uid).search<Found, Paged>("", {
    filter: [...filtersOf(request), oneOf("thing", things)],
    page: 1,
    hitsPerPage: 1,
    attributesToRetrieve: ["key"],
    facets: request.facets.map(facetAttribute),
  });
  return facetDistribution ?? {};
}

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
  const ownKey = ({ kind, group, locale }: Found) =>
    MANY_LANGUAGES.includes(kind) && locale !== request.locale ? keyOf(`${kind}:${group}:${request.locale}`) : null;
  const own = await readDocuments(
    client,
    uid,
    request,
    hits.flatMap((hit) => ownKey(hit) ?? []),
  );
  return hits.map((hit) => ({ ...hit, ...own.get(ownKey(hit) ?? "") }));
}

/** Those of these documents that the reader may read. */
async function readDocuments(
  client: Meilisearch,
  uid: string,
  request: SearchRequest,
  keys: readonly string[],
): Promise<Map<string, Found>> {
  if (!keys.length) return new Map();
  const { results } = await client.index<StoredDocument>(uid).getDocuments<Found>({
    filter: [...filtersOf({ ...request, filters: [] }), oneOf("key", keys)],
    fields: [...SHOWN],
    limit: keys.length,
  });
  return new Map(results.map((document) => [document.key, document]));
}

function toHit(found: Found, { words }: Question, corrections: Corrections): SearchHit {
  const { id, kind, group, locale, source, at, data, _rankingScore } = found;
  const marks = markTexts(locale, source, words, corrections);
  return { id, kind, group, locale, ...marks, score: _rankingScore ?? 0, at: new Date(at), data };
}
