import {
  type DeskQuery,
  type Operator,
  printOperator,
  printQuery,
  withOperator,
  withoutOperator,
} from "~/domain/search/operators";
import type { DeskChoices } from "~/domain/tickets/views";
import type { Translate } from "~/i18n/translate";

type Counts = Record<string, { value: string; count: number }[]>;
export type OfferedFacet = { name: string; values: { label: string; count: number; q: string }[] };
export type ChosenFacet = { label: string; q: string };

const MOST = 6;

/** The operators in force, each with the query without it. */
export const chosenFacets = (query: DeskQuery): ChosenFacet[] =>
  query.operators.map((operator, at) => ({
    label: printOperator(operator),
    q: printQuery(withoutOperator(query, at)),
  }));

/** What would narrow the tickets down: for each value that is there how many have it, and the query with it. */
export function offeredFacets(query: DeskQuery, counts: Counts, choices: DeskChoices, t: Translate): OfferedFacet[] {
  const queues = new Map(choices.queues.map(({ id, name }) => [id, name]));
  const agents = new Map(choices.agents.map(({ id, name }) => [id, name]));
  const offer = (
    facet: string,
    name: Operator["name"],
    valueOf: (value: string) => [value: string, label: string] | null,
  ) => ({
    name,
    values: query.operators.some((operator) => operator.name === name && !operator.not)
      ? []
      : (counts[facet] ?? []).slice(0, MOST).flatMap(({ value, count }) => {
          const [written, label] = valueOf(value) ?? [];
          if (!written || !label) return [];
          return [{ label, count, q: printQuery(withOperator(query, { name, value: written, not: false })) }];
        }),
  });
  const named =
    (names: Map<string, string>) =>
    (id: string): [string, string] | null => {
      const name = names.get(id);
      return name ? [name.replaceAll('"', " "), name] : null;
    };
  return [
    offer("open", "is", (value) =>
      value === "yes" ? ["open", t("search:value.is.open")] : ["closed", t("search:value.is.closed")],
    ),
    offer("queue", "queue", named(queues)),
    offer("assignee", "to", (id) => (id === "none" ? ["none", t("search:value.to.none")] : named(agents)(id))),
    offer("priority", "priority", (value) => [value, t(`tickets:priority.${value}`)]),
    offer("tag", "tag", (value) => [value, value]),
  ].filter(({ values }) => values.length > 0);
}
