import { SEARCH_LOCALES, type SearchDocument, type SearchLocale } from "../document";
import { indexText } from "./normal-text";

type Texts = { [field in `${"title" | "keywords" | "body"}_${SearchLocale}`]?: string };

/** A document as Meilisearch keeps it: stems in attributes of their language, facets below one attribute. */
export type StoredDocument = Texts & {
  /** Primary key: the id in the characters that are allowed there. */
  key: string;
  id: string;
  kind: SearchDocument["kind"];
  group: string;
  locale: SearchLocale;
  /** As it was written, for showing. */
  source: { title: string; body: string };
  audience: string[];
  facet: Record<string, string[]>;
  at: number;
  quality: number;
  data: SearchDocument["data"];
  version: number;
  removed: false;
};

/** Stands for a document that was taken out, against writers who read it before; it has no kind and is never found. */
export type Tombstone = Pick<StoredDocument, "key" | "group" | "version"> & { removed: true };

export const keyOf = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, "_");

export function toStored(document: SearchDocument): StoredDocument {
  const { id, kind, group, locale, title, keywords, body, audience, at, quality, data, version } = document;
  return {
    key: keyOf(id),
    id,
    kind,
    group,
    locale,
    [`title_${locale}`]: indexText(locale, title),
    [`keywords_${locale}`]: indexText(locale, keywords),
    [`body_${locale}`]: indexText(locale, body),
    source: { title, body },
    audience,
    facet: facetsOf(document.facets),
    at: at.getTime(),
    quality,
    data,
    version,
    removed: false,
  };
}

function facetsOf(facets: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const facet of facets) {
    const at = facet.indexOf("=");
    (found[facet.slice(0, at)] ??= []).push(facet.slice(at + 1));
  }
  return found;
}

/** The attributes of one text in every language. */
export const inLocales = (field: "title" | "keywords" | "body"): string[] =>
  SEARCH_LOCALES.map((locale) => `${field}_${locale}`);
