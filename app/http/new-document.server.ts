import type { Half } from "~/i18n/config";

/** Which half a path belongs to; also when its data is fetched by script. */
export const halfOf = (path: string): Half => (/^\/desk(\/|$|\.data)/.test(path) ? "desk" : "portal");

/**
 * A redirect into the other half, marked so that the browser loads a new document: its words and styles are not those of
 * the page that is open. Anything else passes as it is.
 */
export function newDocument<T>(answer: T, request: Request): T {
  const location = answer instanceof Response ? answer.headers.get("location") : null;
  if (!(answer instanceof Response) || !location) return answer;
  const here = new URL(request.url);
  if (halfOf(here.pathname) !== halfOf(new URL(location, here).pathname))
    answer.headers.set("X-Remix-Reload-Document", "true");
  return answer;
}
