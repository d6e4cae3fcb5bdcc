import { attachSuggestions } from "~/components/ui/attach-suggestions";
import { installMenus } from "~/components/ui/install-menus";
import { installSuggestions } from "~/components/ui/install-suggestions";

// All the JavaScript of a help page: menus close as expected, the search field suggests, and the table of contents says
// where one reads.

installMenus(document);
installSuggestions(document, async () => ({ attachSuggestions }));

const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a[href^='#']")];
const headings = links
  .map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .filter((heading) => heading !== null);

/** The last heading above the upper third of the window; the first one before that. */
function mark(): void {
  const line = window.innerHeight / 3;
  const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < line) ?? headings[0];
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
  const current = atEnd && window.scrollY > 0 ? headings.at(-1) : passed;
  for (const link of links)
    if (current && link.hash === `#${encodeURIComponent(current.id)}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
}

if (headings.length > 0) {
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later, { passive: true });
  mark();
}
