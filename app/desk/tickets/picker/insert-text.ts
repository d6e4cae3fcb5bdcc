/** A sign that opens a picker at the start of a word: saved replies, answers. */
export type Sign = "/" | "#";

const WORDS: Record<Sign, RegExp> = {
  "/": /(?:^|\s)\/([^\s/]{0,40})$/,
  "#": /(?:^|\s)#([^\s#]{0,40})$/,
};

/** The letters from `from` to the cursor that a sign at the start of a word opens; null where there is none. */
export function signWord(sign: Sign, text: string, cursor: number): { from: number; query: string } | null {
  const word = WORDS[sign].exec(text.slice(0, cursor));
  return word ? { from: cursor - (word[1] ?? "").length - 1, query: word[1] ?? "" } : null;
}

/**
 * Puts text in the place of a range as if it were typed: undo takes it back, and who listens to input hears of it. The
 * cursor stands behind it.
 */
export function insertText(field: HTMLTextAreaElement, text: string, from: number, to: number): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way that keeps the browser's undo; where it is gone the field is written to.
  if (text && document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
