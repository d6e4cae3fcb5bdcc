import { isFetching } from "./patient-fetch";

const AGAIN_MS = 300;

/**
 * Reloads the page's data as soon as nothing is on its way and no answer to a form stands on the page: a reload would
 * start a navigation anew, which loses its toast, and takes the answer away with what was typed; it would break off what
 * is being fetched and, where the router does not know the address yet, ask the page for what is not found instead.
 * Returns how to give up.
 */
export function reloadWhenQuiet(reload: () => void, asking: () => boolean = isFetching): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let forgotten = false;
  function ask() {
    const rest = look(asking);
    if (rest === "quiet" || (rest === "forgotten" && forgotten)) return reload();
    forgotten = rest === "forgotten";
    again = setTimeout(ask, AGAIN_MS);
  }
  ask();
  return () => clearTimeout(again);
}

/**
 * What the router knows at this moment; hooks would know it a rendering later. A fetch whose component went while the
 * page was being loaded stays "loading" in the router for ever (6.30): where nothing is asked of the server, twice in a
 * row, it is only forgotten.
 */
function look(asking: () => boolean): "busy" | "forgotten" | "quiet" {
  const { navigation, revalidation, actionData, fetchers } = window.__remixRouter.state;
  if (navigation.state !== "idle" || revalidation !== "idle" || actionData) return "busy";
  if ([...fetchers.values()].every(({ state }) => state === "idle")) return "quiet";
  return asking() ? "busy" : "forgotten";
}
