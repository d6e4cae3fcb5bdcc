import type { DocumentKind, DocumentRef, SearchDocument, SearchLocale } from "./document";

/** Text cut where it matches, safe to show as it is: no markup in it. */
export type Marked = { text: string; match: boolean }[];

/** All filters hold at once; `any` lists values of which one suffices; `not` turns one round. */
export type SearchFilter =
  { field: string; any: string[]; not?: boolean } | { field: "at"; from?: Date; before?: Date };

export type SearchRequest = {
  /** As typed: words, "phrases", -exclusions. Empty finds everything the filters leave, newest first. */
  text: string;
  /** The reader's language: of a group in several languages its text in this one is shown. */
  locale: SearchLocale;
  kinds: readonly DocumentKind[];
  /** The reader's principals; `null` is the product itself, which may read all. An empty list finds nothing. */
  principals: readonly string[] | null;
  filters?: readonly SearchFilter[];
  /** The last word is still being typed. */
  prefix?: boolean;
  /**
   * `all` (default): every word must be there, and only when nothing has all of them those with most. `any`: for running
   * text such as a ticket; one word suffices and the best come first.
   */
  match?: "all" | "any";
  /** Names of facets to count over everything found. */
  facets?: readonly string[];
  /** Groups. At most 100. */
  limit: number;
  /** `next` of the answer before. */
  after?: string | null;
};

export type SearchHit = {
  id: string;
  kind: DocumentKind;
  group: string;
  locale: SearchLocale;
  title: Marked;
  /** About 200 characters round the best place; empty when only the title matched. */
  snippet: Marked;
  score: number;
  at: Date;
  data: SearchDocument["data"];
};

export type SearchAnswer = {
  hits: SearchHit[];
  next: string | null;
  /** Groups found; `capped` when there are at least that many. */
  total: { count: number; capped: boolean };
  facets: Record<string, { value: string; count: number }[]>;
  /** Words that were read as others because nothing has them. */
  corrected: { from: string; to: string }[];
};

/** Words that mean the same, by language. */
export type Synonyms = Record<SearchLocale, string[][]>;

/** One index of one engine. Both engines pass the same conformance suite. */
export interface SearchEngine {
  readonly name: "postgres" | "meilisearch";
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Writes documents; an older version never replaces a newer one. Resolves when they can be found. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  /**
   * Takes single documents out. `version` (milliseconds: when it was seen that they are gone; the present unless given)
   * keeps writers out that read them before; with it, documents written by a later reader stay.
   */
  remove(ids: readonly string[], version?: number): Promise<void>;
  /** Takes every document of these things out, except those named in `keep`; `version` as for `remove`. */
  removeGroups(refs: readonly DocumentRef[], keep?: readonly string[], version?: number): Promise<void>;
  /** Counts no further than `most`. */
  count(most?: number): Promise<number>;
  /**
   * Those of the documents that the index, or the one being built beside it, does not have exactly so, apart from the
   * version: the others need not be put.
   */
  differing(documents: readonly SearchDocument[]): Promise<SearchDocument[]>;
  setSynonyms(synonyms: Synonyms): Promise<void>;
  /**
   * Builds beside the index in use: `put` fills the new one, `swap` puts it in its place in one step, `drop` gives up.
   * What `put` and `remove` change meanwhile reaches both.
   */
  rebuild(): Promise<SearchRebuild>;
  /** The engine answers and its index is there and built with today's settings; otherwise why not. */
  check(): Promise<{ ok: true } | { ok: false; reason: "away" | "missing" | "outdated"; detail: string }>;
}

export interface SearchRebuild {
  put(documents: readonly SearchDocument[]): Promise<void>;
  /** Makes what searches need of all that was put, which takes long; `signal` ends it, within about a second. */
  prepare(signal?: AbortSignal): Promise<void>;
  /** Changes wait for it: who does not want them to wait long calls `prepare` before. */
  swap(): Promise<void>;
  drop(): Promise<void>;
}
