import { createHash } from "node:crypto";
import { digestOf } from "../digest";
import { SEARCH_LOCALES, type SearchDocument, type SearchLocale } from "../document";
import { indexForms, indexText } from "./normal-text";

type Texts = { [field in `${"title" | "keywords" | "body"}_${SearchLocale}`]?: string };

/** A document as Meilisearch keeps it: stems in attributes of their language, facets below one attribute. */
export type StoredDocument = Texts & {
  /** Primary key: the id in the characters that are allowed there. */
  key: string;
  id: string;
  kind: SearchDocument["kind"];
  group: string;
  /** The group as the server tells groups apart. */
  thing: string;
  locale: SearchLocale;
  /** Words as they were written where that is not what their stem is: for completion and for readers of other languages. */
  forms: string;
  /** As it was written, for showing. */
  source: { title: string; body: string };
  audience: string[];
  facet: Record<string, string[]>;
  at: number;
  quality: number;
  data: SearchDocument["data"];
  version: number;
  digest: string;
  removed: false;
};

/** Stands for a document that was taken out, against writers who read it before; it has no kind and is never found. */
export type Tombstone = Pick<StoredDocument, "key" | "thing" | "version"> & { removed: true };

const PLAIN_ID = /^[a-z]+:[a-z0-9-]{1,400}(:[a-z]{2})?$/;
const PLAIN_GROUP = /^[a-z0-9-]{1,400}$/;

/**
 * Different ids have different keys: what has other characters than a key may have is known by its hash. Capitals are
 * such characters too, for filters do not tell them from small letters.
 */
export const keyOf = (id: string): string => (PLAIN_ID.test(id) ? id.replaceAll(":", "_") : hashOf(id));

/** The server folds case and accents of what it filters and groups by, and cuts it after 468 bytes. */
export const thingOf = (group: string): string => (PLAIN_GROUP.test(group) ? group : hashOf(group));

const hashOf = (text: string): string => `h_${createHash("sha256").update(text).digest("hex")}`;

export function toStored(document: SearchDocument): StoredDocument {
  const { id, kind, group, locale, title, keywords, body, audience, at, quality, data, version } = document;
  return wellFormed({
    key: keyOf(id),
    id,
    kind,
    group,
    thing: thingOf(group),
    locale,
    [`title_${locale}`]: indexText(locale, title),
    [`keywords_${locale}`]: indexText(locale, keywords),
    [`body_${locale}`]: indexText(locale, body),
    forms: indexForms(locale, `${title} ${keywords} ${body}`),
    source: { title, body },
    audience,
    facet: facetsOf(document.facets),
    at: at.getTime(),
    quality,
    data,
    version,
    digest: digestOf(document),
    removed: false,
  });
}

/** The server refuses a request in which half a character stands. */
const wellFormed = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part))) as T;

function facetsOf(facets: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const facet of facets) {
    const at = facet.indexOf("=");
    (found[facet.slice(0, at)] ??= []).push(facet.slice(at + 1));
  }
  return found;
}

/** The attributes of one text in every language. */
export const inLocales = (field: "title" | "keywords" | "body"): `${typeof field}_${SearchLocale}`[] =>
  SEARCH_LOCALES.map((locale) => `${field}_${locale}` as const);
