import { type DeskQuery, type InValue, printQuery, withOperator } from "~/domain/search/operators";

/** What a kept search asks: also the kind of results that was chosen beside the words, unless they say one themselves. */
export function keptQuery(query: DeskQuery, scope: InValue | null): string {
  const says = query.operators.some(({ name, not }) => name === "in" && !not);
  return printQuery(scope && !says ? withOperator(query, { name: "in", value: scope, not: false }) : query);
}
