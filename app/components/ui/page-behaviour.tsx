import { PrefetchPageLinks, useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { installMenus } from "./install-menus";
import { linkTarget } from "./link-target";

/**
 * What JavaScript adds to every page, once, in the root: plain `<a>` links change the page without a reload and are
 * fetched as soon as a pointer rests on them; menus and drawers close; a change of page is announced.
 * A link with `target`, `download`, `data-reload` or `rel="external"` is left to the browser.
 */
export function PageBehaviour() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [ahead, setAhead] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const first = useRef(true);

  useEffect(() => installMenus(document), []);

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
      const to = linkTarget(event.target, location);
      if (to === null) return;
      event.preventDefault();
      navigate(to);
    }
    function rest(event: Event) {
      clearTimeout(resting);
      const to = linkTarget(event.target, location);
      if (to !== null) resting = setTimeout(() => setAhead(to), 80);
    }
    document.addEventListener("click", follow);
    document.addEventListener("pointerover", rest, { passive: true });
    document.addEventListener("focusin", rest);
    return () => {
      clearTimeout(resting);
      document.removeEventListener("click", follow);
      document.removeEventListener("pointerover", rest);
      document.removeEventListener("focusin", rest);
    };
  }, [navigate]);

  useEffect(() => {
    setAhead(null);
    for (const drawer of document.querySelectorAll<HTMLElement>("[popover]:popover-open")) drawer.hidePopover();
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) menu.open = false;
    if (first.current) first.current = false;
    else {
      setSaid(document.title);
      if (document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
    }
  }, [pathname, search]);

  return (
    <>
      <p className="sr" role="status">
        {said}
      </p>
      {ahead ? <PrefetchPageLinks page={ahead} /> : null}
    </>
  );
}
