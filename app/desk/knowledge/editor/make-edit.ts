import type { Edit } from "./markdown-edits";

/** Makes an edit in a field as if it were typed: undo takes it back, and who listens to input hears of it. */
export function makeEdit(field: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way that keeps the browser's undo; where it is gone the field is written to.
  const typed = insert
    ? document.execCommand("insertText", false, insert)
    : from === to || document.execCommand("delete");
  if (!typed) {
    field.setRangeText(insert, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(...select);
}
