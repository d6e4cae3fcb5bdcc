/**
 * Puts the caret into the text field that has the focus again after a dialog closed. Chromium gives a field its caret
 * back somewhat later than the focus, and never once the dialog that held the caret has left the page: the field looks
 * ready, and what one types is lost. To be called while the closed dialog is still there.
 */
export function giveCaretBack(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  // A field that takes the focus anew goes on where its caret was, of whatever type it is.
  field.blur();
  field.focus({ preventScroll: true });
}
