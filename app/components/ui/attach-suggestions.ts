import { drawSuggestions, type DrawnLine } from "./draw-suggestions";
import { forgetKeptSearches, keepSearch, readKeptSearches } from "./kept-searches";
import type { Suggestion, Suggestions } from "./suggestions";

const WAIT_MS = 120;
const LEAST_WIDTH = 340;
const EDGE = 8;
let attached = 0;

/**
 * Makes a search field a combobox with a list (WAI-ARIA APG): asks `url` while one types, one question at a time, and
 * shows only the answer to the last. Arrows choose, Enter opens, Escape closes. Sent as it is, the form asks the page.
 */
export function attachSuggestions(input: HTMLInputElement, url: string): void {
  const { form } = input;
  if (!form || input.getAttribute("aria-controls")) return;
  const panel = document.createElement("div");
  const list = document.createElement("div");
  const said = document.createElement("p");
  const forget = document.createElement("button");
  panel.className = "suggest";
  panel.popover = "manual";
  list.id = `suggest-${++attached}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") ?? "");
  said.className = "sr";
  said.setAttribute("role", "status");
  forget.type = "button";
  forget.className = "suggest-forget lk";
  panel.append(list, forget);
  form.append(panel, said);
  // The role of a list belongs to a plain text field.
  input.type = "text";
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }))
    input.setAttribute(name, value);

  let lines: DrawnLine[] = [];
  let chosen = -1;
  let shown: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let recent: Suggestions["recent"];

  const isOpen = () => input.getAttribute("aria-expanded") === "true";

  function show(answer: Suggestions, query: string): void {
    recent = answer.recent;
    shown = query;
    const kept = recent && !query.trim() ? readKeptSearches(recent.key) : [];
    const groups =
      kept.length && recent ? [{ label: recent.label, items: kept.map(toKept) }, ...answer.groups] : answer.groups;
    lines = drawSuggestions(
      list,
      groups.filter(({ items }) => items.length),
    );
    forget.hidden = !kept.length;
    forget.textContent = recent?.forget ?? "";
    said.textContent = answer.status;
    choose(-1);
    if (lines.length && document.activeElement === input) open();
    else close();
  }

  function open(): void {
    input.setAttribute("aria-expanded", "true");
    if (!panel.matches(":popover-open")) panel.showPopover();
    place();
  }

  function close(): void {
    input.setAttribute("aria-expanded", "false");
    choose(-1);
    if (panel.matches(":popover-open")) panel.hidePopover();
  }

  function place(): void {
    const field = input.getBoundingClientRect();
    const width = Math.min(Math.max(field.width, LEAST_WIDTH), document.documentElement.clientWidth - 2 * EDGE);
    const left = Math.min(Math.max(field.left, EDGE), document.documentElement.clientWidth - width - EDGE);
    Object.assign(panel.style, { left: `${left}px`, top: `${field.bottom + 6}px`, width: `${width}px` });
    panel.style.maxHeight = `${Math.max(160, innerHeight - field.bottom - 6 - EDGE)}px`;
  }

  function choose(at: number): void {
    lines[chosen]?.element.setAttribute("aria-selected", "false");
    chosen = at;
    const line = lines[at];
    line?.element.setAttribute("aria-selected", "true");
    line?.element.scrollIntoView({ block: "nearest" });
    if (line) input.setAttribute("aria-activedescendant", line.element.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** Drops what is on its way: its answer is older than what will be typed. */
  function hush(): void {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
  }

  async function ask(): Promise<void> {
    hush();
    const mine = (asking = new AbortController());
    const query = input.value;
    const params = new URLSearchParams({ q: query, at: String(input.selectionStart ?? query.length) });
    const lang = form?.elements.namedItem("lang");
    if (lang instanceof HTMLInputElement) params.set("lang", lang.value);
    try {
      const response = await fetch(`${url}?${params}`, { signal: mine.signal });
      if (!response.ok) return;
      const answer = (await response.json()) as Suggestions;
      if (asking === mine && input.value === query) show(answer, query);
    } catch {
      // Without an answer the field is a field.
    }
  }

  function take({ suggestion, element }: DrawnLine): void {
    if (suggestion.value !== undefined) return fill(suggestion.value);
    if (element instanceof HTMLAnchorElement) element.click();
  }

  function fill(value: string): void {
    close();
    input.value = value;
    input.setSelectionRange(value.length, value.length);
    input.focus();
    void ask();
  }

  input.addEventListener("input", () => {
    hush();
    // What stands for the whole field as it was, or for an empty one, would cost what has been typed since.
    if (!shown?.trim() || lines.some(({ suggestion }) => suggestion.value !== undefined)) close();
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[chosen];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && isOpen()) {
      event.preventDefault();
      // From the first upwards, or from the last downwards, back into the field.
      choose(((chosen + 1 + step + lines.length + 1) % (lines.length + 1)) - 1);
    } else if (step) {
      event.preventDefault();
      if (lines.length && shown === input.value) {
        open();
        choose(step > 0 ? 0 : lines.length - 1);
      } else void ask();
    } else if (event.key === "Enter" && isOpen() && line) {
      event.preventDefault();
      take(line);
    } else if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      event.stopPropagation();
      hush();
      close();
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      void ask();
    } else if (event.key === "Tab") close();
  });
  input.addEventListener("focus", () => void ask());
  input.addEventListener("blur", (event) => {
    if (panel.contains(event.relatedTarget as Node | null)) return;
    hush();
    close();
  });
  // A press on a line leaves the focus in the field.
  panel.addEventListener("pointerdown", (event) => event.preventDefault());
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  panel.addEventListener("pointermove", (event) => {
    const at = lines.findIndex(({ element }) => element.contains(event.target as Node));
    if (at >= 0 && at !== chosen) choose(at);
  });
  list.addEventListener("click", (event) => {
    const line = lines.find(({ element }) => element.contains(event.target as Node));
    if (!line) return;
    const { opened, value } = line.suggestion;
    if (value !== undefined) return fill(value);
    if (recent) keepSearch(recent.key, input.value);
    if (opened) navigator.sendBeacon(opened);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) close();
  });
  forget.addEventListener("click", () => {
    if (recent) forgetKeptSearches(recent.key);
    input.focus();
    void ask();
  });
  form.addEventListener("submit", () => {
    if (recent) keepSearch(recent.key, input.value);
    hush();
    close();
  });
  for (const [target, name] of [
    [window, "resize"],
    [document, "scroll"],
  ] as const)
    target.addEventListener(name, () => isOpen() && place(), { passive: true, capture: true });

  if (document.activeElement === input) void ask();
}

const toKept = (query: string): Suggestion => ({ label: [{ text: query, match: false }], value: query });
