type Typed = { value: string; start: number; end: number };

/**
 * What is typed into text areas, and which files are chosen, before the script runs: on taking over the page React puts
 * back what the server sent, and hears of none of it. Answers how to give it back then: the area has its words and
 * caret, and handlers hear of words and files.
 */
export function keepEarlyInput(): () => void {
  const typed = new Map<HTMLTextAreaElement, Typed>();
  function note(area: HTMLTextAreaElement) {
    const { value, defaultValue, selectionStart: start, selectionEnd: end } = area;
    if (value === defaultValue) typed.delete(area);
    else typed.set(area, { value, start, end });
  }
  const hear = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) note(target);
  };
  document.querySelectorAll("textarea").forEach(note);
  document.addEventListener("input", hear, true);
  return () => {
    document.removeEventListener("input", hear, true);
    typed.forEach((was, area) => giveBack(area, was));
    typed.clear();
    for (const chosen of document.querySelectorAll<HTMLInputElement>("input[type=file]"))
      if (chosen.files?.length) chosen.dispatchEvent(new Event("change", { bubbles: true }));
  };
}

// React takes a value set on the element for its own, and one set by its prototype for the reader's.
const setByReader = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;

function giveBack(area: HTMLTextAreaElement, { value, start, end }: Typed): void {
  area.value = area.defaultValue;
  setByReader?.call(area, value);
  area.setSelectionRange(start, end);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
