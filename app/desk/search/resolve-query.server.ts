import { parseQuery, type DeskQuery, type InValue, type Operator } from "~/domain/search/operators";
import { readDay } from "~/domain/search/read-day";
import { type IndexRequest, searchIndex } from "~/domain/search/search-index.server";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { PRIORITIES } from "~/domain/tickets/states";
import { suggestTags } from "~/domain/tickets/suggest-tags.server";
import type { DeskChoices } from "~/domain/tickets/views";
import type { PersonCtx } from "~/http/ctx.server";

type Filters = NonNullable<IndexRequest["filters"]>;

export type ResolvedQuery = {
  query: DeskQuery;
  filters: Filters;
  scopes: readonly InValue[];
  /** Values that nothing has. */
  unknown: Operator[];
  /** One of them was asked for: nothing can have it. */
  impossible: boolean;
  choices: DeskChoices;
};

type Facet = { field: string; values: string[] };

const NEARBY = 20;
/** Only tickets have these. */
const OF_TICKETS: ReadonlySet<string> = new Set(["to", "queue", "tag", "type", "priority", "is"]);
const IS: Record<string, (me: string) => Facet> = {
  open: () => ({ field: "open", values: ["yes"] }),
  closed: () => ({ field: "open", values: ["no"] }),
  new: () => ({ field: "state", values: ["new"] }),
  waiting: () => ({ field: "state", values: ["waiting_customer", "waiting_third"] }),
  snoozed: () => ({ field: "state", values: ["snoozed"] }),
  unassigned: () => ({ field: "assignee", values: ["none"] }),
  mine: (me) => ({ field: "assignee", values: [me] }),
};

/**
 * Gives the operators of a query their meaning: filters of the index, and where to look. Values of one operator are
 * alternatives, different operators hold at once; excluded values all stay away.
 */
export async function resolveQuery(ctx: PersonCtx, typed: string): Promise<ResolvedQuery> {
  const query = parseQuery(typed);
  const choices = await getDeskChoices(ctx);
  const unknown: Operator[] = [];
  const wanted = new Map<string, string[]>();
  const filters: Filters[number][] = [];
  for (const operator of query.operators) {
    if (operator.name === "in" ? isScope(operator.value) : await addDay(ctx, operator, filters)) continue;
    const facet = await facetOf(ctx, operator, choices);
    if (!facet?.values.length) {
      unknown.push(operator);
      continue;
    }
    if (operator.not) filters.push({ field: facet.field, any: facet.values, not: true });
    else wanted.set(facet.field, [...(wanted.get(facet.field) ?? []), ...facet.values]);
  }
  for (const [field, any] of wanted) filters.push({ field, any });
  return {
    query,
    filters,
    scopes: scopesOf(query.operators),
    unknown,
    impossible: unknown.some(
      ({ name, not }) =>
        !not && !query.operators.some((one) => one.name === name && !one.not && !unknown.includes(one)),
    ),
    choices,
  };
}

const isScope = (value: string): boolean => ["tickets", "articles", "customers"].includes(value.toLowerCase());

/** `before:` a day ends where it begins; `after:` starts there. Turned round, they exchange. */
async function addDay(ctx: PersonCtx, { name, value, not }: Operator, filters: Filters[number][]): Promise<boolean> {
  if (name !== "before" && name !== "after") return false;
  const at = readDay(value, ctx.timeZone, ctx.now);
  if (!at) return false;
  filters.push((name === "before") === not ? { field: "at", from: at } : { field: "at", before: at });
  return true;
}

async function facetOf(ctx: PersonCtx, { name, value }: Operator, choices: DeskChoices): Promise<Facet | null> {
  const me = ctx.actor.personId;
  const word = value.toLowerCase();
  if (name === "is") return IS[word]?.(me) ?? null;
  if (name === "queue") return { field: "queue", values: named(choices.queues, value) };
  if (name === "type") return { field: "type", values: named(choices.types, value) };
  if (name === "priority") return { field: "priority", values: priorities(word) };
  if (name === "tag") return { field: "tag", values: (await suggestTags(ctx, word)).filter((tag) => tag === word) };
  if (name === "to") {
    if (word === "me" || word === "none") return { field: "assignee", values: [word === "me" ? me : "none"] };
    return { field: "assignee", values: named(choices.agents, value) };
  }
  if (name === "org") return { field: "org", values: await nearby(ctx, "organization", value) };
  if (name === "from") return { field: "from", values: await senders(ctx, word, choices) };
  return null;
}

/** An address, a domain, oneself, or people by name. */
async function senders(ctx: PersonCtx, word: string, { agents }: DeskChoices): Promise<string[]> {
  if (word === "me") return [ctx.actor.personId];
  if (word.includes("@")) return [word.replace(/^@/, "")];
  const people = [...(await nearby(ctx, "contact", word)), ...named(agents, word)];
  return /^[\w-]+(\.[\w-]+)+$/u.test(word) ? [word, ...people] : people;
}

/** Customers and organizations by name, as the index finds them. */
async function nearby(ctx: PersonCtx, kind: "contact" | "organization", text: string): Promise<string[]> {
  const { hits } = await searchIndex(ctx, { text, kinds: [kind], limit: NEARBY, prefix: true });
  return hits.map(({ group }) => group);
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Ids of what has this name; else of what begins so; else of what holds it. */
export function named(all: readonly { id: string; name: string }[], typed: string): string[] {
  const word = plain(typed);
  const fits = [
    (name: string) => name === word,
    (name: string) => name.startsWith(word),
    (name: string) => name.includes(word),
  ];
  for (const fit of fits) {
    const found = all.filter(({ name }) => fit(plain(name)));
    if (found.length) return found.map(({ id }) => id);
  }
  return [];
}

function priorities(word: string): string[] {
  const number = /^p([1-4])$/.exec(word)?.[1];
  const priority = number ? PRIORITIES[Number(number) - 1] : PRIORITIES.find((one) => one === word);
  return priority ? [priority] : [];
}

/** Where to look: as `in:` says, else wherever the operators make sense. */
function scopesOf(operators: readonly Operator[]): readonly InValue[] {
  const all: InValue[] = ["tickets", "articles", "customers"];
  const named = (not: boolean) =>
    operators.filter((one) => one.name === "in" && one.not === not).map(({ value }) => value.toLowerCase());
  const asked = named(false);
  const names = new Set<string>(operators.map(({ name }) => name));
  return all.filter((scope) => {
    if (named(true).includes(scope) || (asked.length && !asked.includes(scope))) return false;
    if (scope === "tickets") return true;
    if ([...names].some((name) => OF_TICKETS.has(name))) return false;
    if (scope === "customers") return !names.has("before") && !names.has("after");
    return !names.has("from") && !names.has("org");
  });
}
