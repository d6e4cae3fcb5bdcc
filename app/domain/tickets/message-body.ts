/** What a message says. `text` is what is read first, `html` is sanitised already; quotes are folded, never dropped. */
export type MessageBody = {
  text: string;
  html?: string | null;
  quotedText?: string | null;
  quotedHtml?: string | null;
  /** Remote images were left out of `html`. */
  remoteImages?: boolean;
};

export const MAX_SNIPPET = 160;

/** The start of a text on one line, cut at a word with an ellipsis; at most `MAX_SNIPPET` characters. */
export function snippetOf(text: string): string {
  const line = text.slice(0, 4_000).replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  if (characters.length <= MAX_SNIPPET) return line;
  const cut = characters.slice(0, MAX_SNIPPET - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > MAX_SNIPPET / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** PostgreSQL's text refuses NUL; nobody misses it. */
export const storable = (text: string): string => text.replaceAll("\u0000", "").toWellFormed();
