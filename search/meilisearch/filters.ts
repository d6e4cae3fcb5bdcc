import type { SearchFilter, SearchRequest } from "../engine";

/**
 * A value inside a filter. What is quoted ends at the next quote that no backslash stands before, and a backslash begins
 * an escape, so that both are escaped and nothing that is typed gets out of the quotes.
 */
export const quote = (value: string): string => `"${value.toWellFormed().replace(/[\\"]/g, "\\$&")}"`;

export const oneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quote).join(", ")}]`;

/** All conditions of a request, the reader's principals first; they hold together. */
export function filtersOf({ principals, kinds, filters = [] }: SearchRequest): string[] {
  return [
    ...(principals ? [oneOf("audience", principals)] : []),
    oneOf("kind", kinds),
    ...filters.flatMap((filter) => conditionsOf(filter)),
  ];
}

function conditionsOf(filter: SearchFilter): string[] {
  if (!("any" in filter))
    return [
      ...(filter.from ? [`at >= ${filter.from.getTime()}`] : []),
      ...(filter.before ? [`at < ${filter.before.getTime()}`] : []),
    ];
  const condition = filter.any.length ? oneOf(facetAttribute(filter.field), filter.any) : NEVER;
  return [filter.not ? `NOT (${condition})` : condition];
}

const NEVER = "at < 0 AND at > 0";
const FIELD = /^[a-z][a-z_]{0,30}$/;

/** Facets are attributes below one that is filterable as a whole. Throws for a name that is no plain word. */
export function facetAttribute(field: string): string {
  if (!FIELD.test(field)) throw new Error(`There is no facet ${JSON.stringify(field)}`);
  return `facet.${field}`;
}
