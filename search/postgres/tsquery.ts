// Text of tsqueries. Base forms consist of letters and digits alone; quotes are doubled all the same.

const leaf = (lexeme: string, fields = "") =>
  `'${lexeme.replaceAll("\\", "").replaceAll("'", "''")}'${fields && `:${fields}`}`;

/** One of the base forms; of the title alone with fields "A". */
export const oneOf = (lexemes: readonly string[], fields = ""): string =>
  `(${lexemes.map((lexeme) => leaf(lexeme, fields)).join("|")})`;

/** Words one after the other; `gap` is how many places a word stands behind the one before. */
export function inOrder(words: readonly { lexemes: readonly string[]; gap: number }[], fields = ""): string {
  const [first, ...rest] = words;
  if (!first) return "";
  return `(${rest.reduce((text, { lexemes, gap }) => `${text}<${gap}>${oneOf(lexemes, fields)}`, oneOf(first.lexemes, fields))})`;
}

/** Words beside each other, with at most one other word between two. */
export function near(words: readonly { lexemes: readonly string[]; gap: number }[]): string {
  const wider = words.map(({ lexemes, gap }) => ({ lexemes, gap: gap + 1 }));
  return any([inOrder(words), inOrder(wider)]);
}

export const any = (queries: readonly string[]): string => `(${queries.join("|")})`;
export const all = (queries: readonly string[]): string => `(${queries.join("&")})`;
export const not = (query: string): string => `!${query}`;

/** The same query of some fields alone. */
export const within = (query: string, fields: string): string => query.replace(/'(?:[^']|'')*'/gu, `$&:${fields}`);
