import type { Half } from "~/i18n/config";
import { isHelpPath } from "./help-path";

/** Which half a path belongs to; also when its data is fetched by script. */
export const halfOf = (path: string): Half => (/^\/desk(\/|$|\.data)/.test(path) ? "desk" : "portal");

/** Which pages live in one document: those of a half, and the help centre's, which come without scripts. */
const placeOf = (path: string) => (isHelpPath(path) ? "help" : halfOf(path));

/**
 * A redirect into the other half or the help centre, marked so that the browser loads a new document: its words and styles are not those of
 * the page that is open. Anything else passes as it is.
 */
export function newDocument<T>(answer: T, request: Request): T {
  const location = answer instanceof Response ? answer.headers.get("location") : null;
  if (!(answer instanceof Response) || !location) return answer;
  const here = new URL(request.url);
  if (placeOf(here.pathname) !== placeOf(new URL(location, here).pathname))
    answer.headers.set("X-Remix-Reload-Document", "true");
  return answer;
}
