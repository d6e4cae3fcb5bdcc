/** Addresses whose pages are documents of their own: the browser goes there itself. */
const DOCUMENTS = /^\/help(\/|$)/;

/** The page of ours that the link round an element leads to, or null when the browser should follow it itself. */
export function linkTarget(
  from: EventTarget | null,
  here: { origin: string; pathname: string; search: string },
): string | null {
  if (!(from instanceof Element)) return null;
  const link = from.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.closest("[data-reload]")) return null;
  if (link.target || link.hasAttribute("download") || link.relList.contains("external")) return null;
  const url = new URL(link.href, here.origin);
  if (url.origin !== here.origin || DOCUMENTS.test(url.pathname)) return null;
  const samePage = url.pathname === here.pathname && url.search === here.search;
  if (samePage && url.hash) return null;
  return url.pathname + url.search + url.hash;
}
