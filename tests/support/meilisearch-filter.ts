type Stored = Record<string, unknown>;
type Matches = (document: Stored) => boolean;
export type Condition = { matches: Matches; attributes: string[] };

const TOKEN =
  /\s*(?:(NOT IN|NOT|AND|OR|IN|EXISTS)\b|("(?:[^"\\]|\\.)*")|(>=|<=|!=|[=<>()[\],])|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*))/y;

/** Reads the part of Meilisearch's filter language that the adapter writes; throws for anything else. */
export function readFilter(text: string): Condition {
  const tokens = tokensOf(text);
  const attributes: string[] = [];
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`${wanted ?? "something"} expected, not ${token ?? "the end"}`);
    return token;
  };

  function either(): Matches {
    const parts = [both()];
    while (peek() === "OR" && take()) parts.push(both());
    return (document) => parts.some((matches) => matches(document));
  }
  function both(): Matches {
    const parts = [one()];
    while (peek() === "AND" && take()) parts.push(one());
    return (document) => parts.every((matches) => matches(document));
  }
  function one(): Matches {
    if (peek() === "NOT" && take()) {
      const matches = one();
      return (document) => !matches(document);
    }
    if (peek() === "(" && take()) {
      const matches = either();
      take(")");
      return matches;
    }
    const attribute = take();
    if (!/^[a-z][\w.]*$/i.test(attribute)) throw new Error(`${attribute} is no attribute`);
    attributes.push(attribute);
    const operator = take();
    if (operator === "IN" || operator === "NOT IN") {
      const values = new Set(listOf(take));
      const isIn: Matches = (document) =>
        valuesOf(document, attribute).some((value) => values.has(facetValue(`${value}`)));
      return operator === "IN" ? isIn : (document) => !isIn(document);
    }
    const value = valueOf(take());
    if (operator === "=")
      return (document) => valuesOf(document, attribute).some((own) => facetValue(`${own}`) === value);
    const number = Number(value);
    if (operator === ">=") return (document) => valuesOf(document, attribute).some((own) => Number(own) >= number);
    if (operator === "<") return (document) => valuesOf(document, attribute).some((own) => Number(own) < number);
    if (operator === ">") return (document) => valuesOf(document, attribute).some((own) => Number(own) > number);
    throw new Error(`${operator} is not expected`);
  }

  const matches = either();
  if (at < tokens.length) throw new Error(`${tokens[at]} is left over`);
  return { matches, attributes };
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`${text.slice(0, 40)} cannot be read`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function listOf(take: (wanted?: string) => string): string[] {
  const values: string[] = [];
  take("[");
  for (let token = take(); token !== "]"; token = take()) if (token !== ",") values.push(valueOf(token));
  return values;
}

/** Quoted or bare. In quotes a backslash begins an escape; values are compared without case and accents' composition. */
const valueOf = (token: string): string => {
  if (/^[[\](),=<>]/.test(token)) throw new Error(`${token} is no value`);
  if (KEYWORDS.has(token)) throw new Error(`${token} is a reserved word`);
  if (!token.startsWith('"')) return facetValue(token);
  return facetValue(
    token
      .slice(1, -1)
      .replaceAll('\\"', '"')
      .replace(/\\(.?)/gsu, (_, letter: string) => {
        const meant = ESCAPES[letter];
        if (meant === undefined) throw new Error(`\\${letter} is no escape`);
        return meant;
      }),
  );
};

const KEYWORDS = new Set("AND OR IN NOT TO EXISTS IS NULL EMPTY CONTAINS STARTS WITH".split(" "));
const ESCAPES: Record<string, string> = { "\\": "\\", n: "\n", r: "\r", t: "\t", "'": "'", '"': '"' };
const LONGEST_VALUE = 468;

/** What the server tells values apart by. */
const facetValue = (value: string): string =>
  Buffer.from(value.trim().normalize("NFKD").toLowerCase()).subarray(0, LONGEST_VALUE).toString("utf8");

function valuesOf(document: Stored, attribute: string): unknown[] {
  let value: unknown = document;
  for (const part of attribute.split(".")) value = (value as Stored | undefined)?.[part];
  return value === undefined || value === null ? [] : [value].flat();
}
