import { useEffect } from "react";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const click = (selector: string) => {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((e) => e.checkVisibility());
  if (!element) return false;
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) element.focus();
  else element.click();
  return true;
};

/** Moves along a list's links by keyboard, opening each. */
function step(by: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLAnchorElement>(".q a.it")];
  const here = items.findIndex((a) => a.getAttribute("aria-current"));
  const next = items[here < 0 ? 0 : here + by];
  next?.click();
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

/**
 * Single keys of the desk. A screen marks what a key does by `data-key` on the link, button or field; j and k walk the
 * list, g then a digit opens a saved list. Keys rest while one types, with Ctrl, Alt or Meta, and when switched off.
 */
export function useShortcuts(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let leader = 0;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const led = Date.now() - leader < 1_200;
      leader = key === "g" ? Date.now() : 0;
      const done =
        (led && /^[1-5]$/.test(key) && click(`.side nav ul li:nth-child(${key}) a`)) ||
        (key === "j" && step(1)) ||
        (key === "k" && step(-1)) ||
        (/^[a-z?/]$/.test(key) && key !== "g" && click(`[data-key="${CSS.escape(key)}"]`));
      if (done) event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
}
