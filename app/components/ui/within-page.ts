const FIELDS = "input:not([type=hidden]), select, textarea, button, [tabindex]";

/**
 * Leads to where a link of a form's errors, or the one past what repeats, points. As a navigation it would take the
 * answer to the form away, with its messages and with what was typed where the page is drawn from it. False for others.
 */
export function goWithinPage(clicked: EventTarget | null): boolean {
  const link = clicked instanceof Element ? clicked.closest<HTMLAnchorElement>(".errors a[href^='#'], a.skip") : null;
  const place = link ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  if (!place) return false;
  for (let box = place.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  place.scrollIntoView();
  const field = place.matches(FIELDS) ? place : (place.querySelector<HTMLElement>(FIELDS) ?? place);
  field.focus({ preventScroll: true });
  return true;
}
