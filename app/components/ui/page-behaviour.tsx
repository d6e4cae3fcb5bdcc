import { PrefetchPageLinks, useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { installMenus } from "./install-menus";
import { installSuggestions } from "./install-suggestions";
import { linkTarget } from "./link-target";
import { goWithinPage } from "./within-page";

/**
 * What JavaScript adds to every page, once, in the root: plain `<a>` links change the page without a reload and are
 * fetched as soon as a pointer rests on them; menus and drawers close; a change of page is announced.
 * Without a network nothing leaves the page. A link with `target`, `download`, `data-reload` or `rel="external"` is left to the browser.
 */
export function PageBehaviour() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const [ahead, setAhead] = useState<{ to: string; from: string } | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const before = useRef(here);

  useEffect(() => installMenus(document), []);
  useEffect(() => installSuggestions(document, () => import("./load-suggestions")), []);

  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    function follow(event: MouseEvent) {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      if (goWithinPage(event.target)) return event.preventDefault();
      const to = linkTarget(event.target, location);
      if (to === null) return;
      event.preventDefault();
      if (navigator.onLine) navigate(to);
    }
    // Without a network the page stays as it is, with everything typed; OfflineNotice says why.
    function hold(event: SubmitEvent) {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
    }
    function rest(event: Event) {
      clearTimeout(resting);
      const to = linkTarget(event.target, location);
      if (to !== null) resting = setTimeout(() => setAhead({ to, from: location.pathname + location.search }), 80);
    }
    document.addEventListener("click", follow);
    window.addEventListener("submit", hold, { capture: true });
    document.addEventListener("pointerover", rest, { passive: true });
    document.addEventListener("focusin", rest);
    return () => {
      clearTimeout(resting);
      document.removeEventListener("click", follow);
      window.removeEventListener("submit", hold, { capture: true });
      document.removeEventListener("pointerover", rest);
      document.removeEventListener("focusin", rest);
    };
  }, [navigate]);

  useEffect(() => {
    for (const drawer of document.querySelectorAll<HTMLElement>("[popover]:popover-open")) drawer.hidePopover();
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) menu.open = false;
    if (before.current === here) return;
    before.current = here;
    if (said.current) said.current.textContent = document.title;
    if (document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
  }, [here]);

  return (
    <>
      <p className="sr" role="status" ref={said} />
      {ahead?.from === here ? <PrefetchPageLinks page={ahead.to} /> : null}
    </>
  );
}
