import { SEARCH_LOCALES, type SearchDocument, type SearchLocale } from "../document";

type Texts = { [field in `${"title" | "keywords" | "body"}_${SearchLocale}`]?: string };

/** A document as Meilisearch keeps it: texts in attributes of their language, facets below one attribute. */
export type StoredDocument = Texts & {
  /** Primary key: the id in the characters that are allowed there. */
  key: string;
  id: string;
  kind: SearchDocument["kind"];
  group: string;
  locale: SearchLocale;
  audience: string[];
  facet: Record<string, string[]>;
  at: number;
  quality: number;
  data: SearchDocument["data"];
  version: number;
};

/** Stand round a match in what the server answers; taken out of every text that goes in. */
export const OPEN = "\uE000";
export const CLOSE = "\uE001";

export const keyOf = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, "_");

export function toStored(document: SearchDocument): StoredDocument {
  const { id, kind, group, locale, title, keywords, body, audience, at, quality, data, version } = document;
  return {
    key: keyOf(id),
    id,
    kind,
    group,
    locale,
    [`title_${locale}`]: clean(title),
    [`keywords_${locale}`]: clean(keywords),
    [`body_${locale}`]: clean(body),
    audience,
    facet: facetsOf(document.facets),
    at: at.getTime(),
    quality,
    data,
    version,
  };
}

const clean = (text: string): string => text.replaceAll(OPEN, "").replaceAll(CLOSE, "");

function facetsOf(facets: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const facet of facets) {
    const at = facet.indexOf("=");
    (found[facet.slice(0, at)] ??= []).push(facet.slice(at + 1));
  }
  return found;
}

/** The attributes of one text in every language, the reader's first. */
export const inLocales = (field: "title" | "keywords" | "body"): string[] =>
  SEARCH_LOCALES.map((locale) => `${field}_${locale}`);
