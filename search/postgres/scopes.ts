import type { SearchDocument } from "../document";

// What stands beside a document's words in its index, told apart by the first letter.
export const principal = (name: string) => `@${name}`;
export const kind = (name: string) => `#${name}`;
export const facet = (field: string, value: string) => `=${field}=${value}`;
export const titleWord = (lexeme: string) => `^${lexeme}`;
export const month = (at: Date) => `~${at.toISOString().slice(0, 7).replace("-", "")}`;
export const day = (at: Date) => `~${at.toISOString().slice(0, 10).replaceAll("-", "")}`;

/** Everything a document is chosen by apart from its words. */
export const scopesOf = (document: SearchDocument, titleLexemes: Iterable<string>): string[] => [
  ...new Set([
    ...document.audience.map(principal),
    ...document.facets.map((value) => `=${value}`),
    kind(document.kind),
    month(document.at),
    day(document.at),
    ...[...titleLexemes].map(titleWord),
  ]),
];
