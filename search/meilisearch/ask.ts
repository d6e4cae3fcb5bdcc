import type { Meilisearch, SearchParams } from "meilisearch";
import type { Marked, SearchAnswer, SearchHit, SearchRequest } from "../engine";
import { readCorrections } from "./corrections";
import { facetAttribute, filtersOf } from "./filters";
import { ISO_LOCALES, MOST_HITS } from "./index-settings";
import { CLOSE, inLocales, keyOf, OPEN, type StoredDocument } from "./stored-document";

type Found = StoredDocument & { _formatted?: Partial<StoredDocument>; _rankingScore?: number };

type Paged = SearchParams & { page: number; hitsPerPage: number };

const MANY_LANGUAGES = ["article", "faq", "news"];
const CROPPED = 30;
/** Meilisearch reads ten words of a question. */
const WORDS_READ = 10;

/** Asks the index `uid`. Facets and totals count groups, as hits do. */
export async function askIndex(client: Meilisearch, uid: string, request: SearchRequest): Promise<SearchAnswer> {
  const page = pageOf(request.after);
  const ask = async (matchingStrategy: "all" | "frequency" | "last") =>
    client
      .index<StoredDocument>(uid)
      .search<Found, Paged>(textOf(request), { ...paramsOf(request, page), matchingStrategy });
  let found = await ask(request.match === "any" ? "frequency" : "all");
  if (!found.totalHits && request.match !== "any" && /\S\s+\S/.test(request.text)) found = await ask("last");
  const hits = await inReadersLanguage(client, uid, request, found.hits);
  const total = found.totalHits;
  return {
    hits: hits.map(toHit),
    next: page * request.limit < Math.min(total, MOST_HITS) ? `page ${page + 1}` : null,
    total: { count: total, capped: total >= MOST_HITS },
    facets: Object.fromEntries(
      (request.facets ?? []).map((field) => [field, countsOf(found.facetDistribution?.[facetAttribute(field)] ?? {})]),
    ),
    corrected: readCorrections(request, hits.map(toHit)),
  };
}

const pageOf = (after: string | null | undefined): number => Number(/^page (\d{1,4})$/.exec(after ?? "")?.[1] ?? 1);

/** A last word that is complete is followed by a space, or it would find what begins with it. */
function textOf({ text, match, prefix }: SearchRequest): string {
  const typed = match === "any" ? longestWords(text) : text.trim();
  return prefix || !typed || typed.endsWith('"') ? typed : `${typed} `;
}

/** Of running text the words that say most: the longest, in their order. */
function longestWords(text: string): string {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])];
  const chosen = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, WORDS_READ));
  return words.filter((word) => chosen.has(word)).join(" ");
}

function paramsOf(request: SearchRequest, page: number): Paged {
  const formatted = [...inLocales("title"), ...inLocales("body")];
  return {
    filter: filtersOf(request),
    page,
    hitsPerPage: request.limit,
    locales: [...new Set([ISO_LOCALES[request.locale], ISO_LOCALES.en])],
    ...(request.text.trim() ? {} : { sort: ["at:desc"] }),
    ...(request.facets?.length ? { facets: request.facets.map(facetAttribute) } : {}),
    attributesToHighlight: formatted,
    highlightPreTag: OPEN,
    highlightPostTag: CLOSE,
    attributesToCrop: inLocales("body").map((name) => `${name}:${CROPPED}`),
    cropMarker: "…",
    showRankingScore: true,
  };
}

const countsOf = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

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
    filter: [...filtersOf({ ...request, filters: [] }), `key IN [${keys.join(", ")}]`],
    limit: keys.length,
  });
  const own = new Map(results.map((document) => [document.group, document]));
  return hits.map((hit) => {
    const better = foreign.includes(hit) && own.get(hit.group);
    return better ? { ...better, _rankingScore: hit._rankingScore } : hit;
  });
}

function toHit(found: Found): SearchHit {
  const { id, kind, group, locale, at, data, _formatted, _rankingScore } = found;
  const title = _formatted?.[`title_${locale}`] ?? found[`title_${locale}`] ?? "";
  const body = _formatted?.[`body_${locale}`] ?? "";
  return {
    id,
    kind,
    group,
    locale,
    title: readMarks(title),
    snippet: body.includes(OPEN) ? readMarks(body) : [],
    score: _rankingScore ?? 0,
    at: new Date(at),
    data,
  };
}

/** Cuts a text at the marks of its matches. */
export function readMarks(text: string): Marked {
  const marked: Marked = [];
  for (const [index, part] of text.split(OPEN).entries()) {
    const end = index ? part.indexOf(CLOSE) : -1;
    if (end > 0) marked.push({ text: part.slice(0, end), match: true });
    const rest = part.slice(end + 1);
    if (rest) marked.push({ text: rest, match: false });
  }
  return marked;
}
