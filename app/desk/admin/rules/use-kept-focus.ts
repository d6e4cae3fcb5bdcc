import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives the focus back to the button that was pressed when its item has moved to another place: a browser drops the focus
 * of an element that is moved in the page. `moved` changes whenever items do.
 */
export function useKeptFocus(list: RefObject<HTMLElement>, moved: string): void {
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const keep = (event: Event) => {
      pressed.current = (event.target as HTMLElement).closest("button");
    };
    element.addEventListener("click", keep);
    return () => element.removeEventListener("click", keep);
  }, [list]);
  useEffect(() => {
    if (document.activeElement === document.body && pressed.current?.isConnected) pressed.current.focus();
  }, [moved]);
}
