import { parseText } from "#search/parse-text";

/** Whether a text asks for anything an index can have: marks alone do not, nor do keys and pictures in text form. */
export function hasWords(text: string): boolean {
  const { wanted, unwanted } = parseText(text);
  return wanted.length > 0 || unwanted.length > 0;
}
