/** Gives every `details.menu` of the document what a menu is expected to do; returns how to stop. */
export function installMenus(doc: Document): () => void {
  const open = () => Array.from(doc.querySelectorAll<HTMLDetailsElement>("details.menu[open]"));

  function close(menu: HTMLDetailsElement, focus: boolean) {
    menu.open = false;
    if (focus) menu.querySelector("summary")?.focus();
  }
  function onPointer(event: Event) {
    for (const menu of open()) if (!menu.contains(event.target as Node)) close(menu, false);
  }
  function onFocus(event: FocusEvent) {
    for (const menu of open()) if (!menu.contains(event.target as Node)) close(menu, false);
  }
  function onClick(event: MouseEvent) {
    const item = (event.target as Element).closest?.(".menu-items a, .menu-items button");
    const menu = item?.closest<HTMLDetailsElement>("details.menu");
    if (menu) setTimeout(() => close(menu, menu.contains(doc.activeElement)));
  }
  function onKey(event: KeyboardEvent) {
    const menu = (event.target as Element).closest?.<HTMLDetailsElement>("details.menu");
    if (event.key === "Escape") {
      const last = open().at(-1);
      if (last) {
        event.preventDefault();
        close(last, true);
      }
      return;
    }
    if (!menu || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
    if ((event.target as Element).matches("input, textarea, select")) return;
    event.preventDefault();
    menu.open = true;
    const items = Array.from(menu.querySelectorAll<HTMLElement>(".menu-items :is(a, button):not(:disabled)"));
    const at = items.indexOf(doc.activeElement as HTMLElement);
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? items.length - 1
          : event.key === "ArrowDown"
            ? at + 1
            : at === -1
              ? items.length - 1
              : at - 1;
    items[(next + items.length) % items.length]?.focus();
  }

  doc.addEventListener("pointerdown", onPointer);
  doc.addEventListener("focusin", onFocus);
  doc.addEventListener("click", onClick);
  doc.addEventListener("keydown", onKey);
  return () => {
    doc.removeEventListener("pointerdown", onPointer);
    doc.removeEventListener("focusin", onFocus);
    doc.removeEventListener("click", onClick);
    doc.removeEventListener("keydown", onKey);
  };
}
