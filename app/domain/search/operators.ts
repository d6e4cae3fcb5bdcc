// What the desk's search field understands besides words. The words of operators are the same in all languages.

export const OPERATORS = [
  "from",
  "to",
  "queue",
  "tag",
  "org",
  "type",
  "priority",
  "before",
  "after",
  "is",
  "in",
] as const;
export type OperatorName = (typeof OPERATORS)[number];

export const IS_VALUES = ["open", "closed", "new", "waiting", "snoozed", "unassigned", "mine"] as const;
export type IsValue = (typeof IS_VALUES)[number];
export const IN_VALUES = ["tickets", "articles", "customers"] as const;
export type InValue = (typeof IN_VALUES)[number];

/** `-queue:"Spare parts"` is { name: "queue", value: "Spare parts", not: true }. */
export type Operator = { name: OperatorName; value: string; not: boolean };
/** What was typed, taken apart: words and phrases as the engine reads them, and operators in their order. */
export type DeskQuery = { text: string; operators: Operator[] };

/** A token: an operator with a plain or quoted value, a phrase, or a word. A quote left open runs to the end. */
const TOKEN = /-?[a-z]+:"[^"]*(?:"|$)|-?"[^"]*(?:"|$)|\S+/giu;
const OPERATOR = /^(-?)([a-z]+):(?:"([^"]*)"?|([^"]*))$/iu;

/** Reads what was typed. Names of operators in any case; unknown ones, and those without a value, are words. */
export function parseQuery(typed: string): DeskQuery {
  const text: string[] = [];
  const operators: Operator[] = [];
  for (const [token] of straighten(typed).matchAll(TOKEN)) {
    const operator = readOperator(token);
    if (operator) operators.push(operator);
    else text.push(closeQuote(token));
  }
  return { text: text.join(" "), operators };
}

/** Writes a query so that parsing it gives the same again: words first. */
export const printQuery = ({ text, operators }: DeskQuery): string =>
  [text, ...operators.map(printOperator)].filter(Boolean).join(" ");

export const printOperator = ({ name, value, not }: Operator): string =>
  `${not ? "-" : ""}${name}:${/\s/u.test(value) ? `"${value}"` : value}`;

/** The query without one of its operators. */
export const withoutOperator = (query: DeskQuery, index: number): DeskQuery => ({
  ...query,
  operators: query.operators.filter((_, at) => at !== index),
});

/** The query with one operator more; unchanged when it is there already. */
export function withOperator(query: DeskQuery, operator: Operator): DeskQuery {
  const key = printOperator(operator).toLowerCase();
  if (query.operators.some((one) => printOperator(one).toLowerCase() === key)) return query;
  return { ...query, operators: [...query.operators, operator] };
}

export const isOperatorName = (name: string): name is OperatorName => (OPERATORS as readonly string[]).includes(name);

function readOperator(token: string): Operator | null {
  const [, minus = "", word = "", quoted, plain = ""] = OPERATOR.exec(token) ?? [];
  const name = word.toLowerCase();
  const value = (quoted ?? plain).replace(/\s+/gu, " ").trim();
  return isOperatorName(name) && value ? { name, value, not: minus === "-" } : null;
}

/** A phrase left open is closed, so that what is written behind it is no part of it. */
const closeQuote = (token: string): string => (/^-?"[^"]*$/u.test(token) ? `${token}"` : token);

/** Quotes as writing programs set them. */
const straighten = (text: string): string => text.replace(/[“”„«»]/gu, '"');
