import { useEffect } from "react";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Presses what carries the key, also inside a closed menu; `data-focus` names the field to go on in. */
function press(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) return false;
  element.click();
  const { focus } = element.dataset;
  if (focus) document.getElementById(focus)?.focus();
  return true;
}

/** Does what the single key does on this page; false when it does nothing here. Also for who switched the keys off. */
export const pressKeyed = (key: string): boolean => press(`[data-key="${CSS.escape(key)}"]`);

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
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const led = Date.now() - leader < 1_200;
      leader = key === "g" ? Date.now() : 0;
      const done =
        (led && /^[1-6]$/.test(key) && press(`.side nav ul li:nth-child(${key}) a`)) ||
        (key === "j" && step(1)) ||
        (key === "k" && step(-1)) ||
        (/^[a-z?/]$/.test(key) && key !== "g" && pressKeyed(key));
      if (done) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);
}
