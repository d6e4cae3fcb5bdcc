/** The languages that texts are indexed in, each with its own word forms. */
export const SEARCH_LOCALES = ["en", "it", "ro", "ru"] as const;
export type SearchLocale = (typeof SEARCH_LOCALES)[number];

export const DOCUMENT_KINDS = ["article", "faq", "news", "ticket", "message", "contact", "organization"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * One text that can be found. An article has one document per published language, a ticket one for itself and one per
 * message; documents of one thing share `group`, and an answer shows a group once.
 */
export type SearchDocument = {
  /** `<kind>:<uuid>`, for articles and news `<kind>:<uuid>:<locale>`. */
  id: string;
  kind: DocumentKind;
  /** The uuid of the article, ticket, person … that the document speaks of. */
  group: string;
  locale: SearchLocale;
  title: string;
  /** Not shown: other names, tags, numbers, addresses. Weighs less than the title, more than the body. */
  keywords: string;
  /** Plain text. */
  body: string;
  /** Who may find it: any one of these principals suffices. Empty: nobody. */
  audience: string[];
  /** What it is filtered and counted by, as `name=value` (`category=…`, `queue=…`, `tag=…`, `state=open`, `from=…`). */
  facets: string[];
  /** What freshness is measured by and `before:`/`after:` compare. */
  at: Date;
  /** 0 to 1; votes and views of an article. */
  quality: number;
  /** What a hit shows without another query: slug, number, names. Ids and short texts that the audience may read. */
  data: Record<string, string | number | boolean | null>;
  /** Milliseconds: when its source was read. The engine keeps the newer of two writes, whichever comes last. */
  version: number;
};

/** The part of a document's id that says what it is of; `removeGroup` takes kind and group. */
export type DocumentRef = { kind: DocumentKind; group: string };
