import type { Token, Tokens } from "marked";

const KINDS: Record<string, string> = {
  NOTE: "note",
  TIP: "tip",
  IMPORTANT: "important",
  WARNING: "warn",
  CAUTION: "warn",
};
const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/i;

/**
 * Takes the mark of a callout (`> [!NOTE]`, also with the text behind it on the same line) off a quote and answers its
 * class; null when it is a mere quote.
 */
export function takeCalloutMark(quote: Tokens.Blockquote): string | null {
  const paragraph = quote.tokens[0];
  const words = paragraph?.type === "paragraph" ? (paragraph as Tokens.Paragraph).tokens[0] : undefined;
  if (!paragraph || words?.type !== "text") return null;
  const mark = MARK.exec(words.raw);
  if (!mark) return null;
  const inline = (paragraph as Tokens.Paragraph).tokens;
  const text = (words as Tokens.Text).text.slice(mark[0].length);
  const rest: Token[] = text ? [{ ...(words as Tokens.Text), text, raw: text }, ...inline.slice(1)] : inline.slice(1);
  if (rest[0]?.type === "br") rest.shift();
  if (rest.length) (paragraph as Tokens.Paragraph).tokens = rest;
  else quote.tokens.shift();
  return KINDS[mark[1]!.toUpperCase()] ?? null;
}
