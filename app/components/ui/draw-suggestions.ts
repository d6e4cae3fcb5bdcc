import type { MarkedText, Suggestion, Suggestions } from "./suggestions";

export type DrawnLine = { element: HTMLElement; suggestion: Suggestion };

let drawn = 0;

/** Fills a listbox with groups of options (WAI-ARIA); everything comes in as text. Returns the options in their order. */
export function drawSuggestions(list: HTMLElement, groups: Suggestions["groups"]): DrawnLine[] {
  const lines: DrawnLine[] = [];
  list.replaceChildren(
    ...groups.map(({ label, items }) => {
      const group = make("div", "suggest-group");
      const name = make("div", "suggest-name");
      name.id = `suggestions-${++drawn}`;
      name.textContent = label;
      name.setAttribute("role", "presentation");
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", name.id);
      group.append(name, ...items.map((suggestion) => drawLine(suggestion, lines)));
      return group;
    }),
  );
  return lines;
}

function drawLine(suggestion: Suggestion, lines: DrawnLine[]): HTMLElement {
  const { href, label, note } = suggestion;
  const element = make(href ? "a" : "div", "suggest-line");
  element.id = `suggestion-${++drawn}`;
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.tabIndex = -1;
  if (href) element.setAttribute("href", href);
  const text = make("bdi", "clip");
  text.append(...marked(label));
  element.append(text);
  if (note) {
    const more = make("span", "suggest-note clip");
    more.textContent = note;
    element.append(more);
  }
  lines.push({ element, suggestion });
  return element;
}

const marked = (label: MarkedText): Node[] =>
  label.map(({ text, match }) => {
    if (!match) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
