const AGAIN_MS = 300;

/**
 * Reloads the page's data as soon as nothing is on its way and no answer to a form stands on the page: a reload would
 * start a navigation anew, which loses its toast, and takes the answer away with what was typed; it would break off what
 * is being fetched and, where the router does not know the address yet, ask the page for what is not found instead.
 * Returns how to give up.
 */
export function reloadWhenQuiet(reload: () => void): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  function ask() {
    if (isQuiet()) reload();
    else again = setTimeout(ask, AGAIN_MS);
  }
  ask();
  return () => clearTimeout(again);
}

/** What the router knows at this moment; hooks would know it a rendering later. */
function isQuiet(): boolean {
  const { navigation, revalidation, actionData, fetchers } = window.__remixRouter.state;
  const fetching = [...fetchers.values()].some(({ state }) => state !== "idle");
  return navigation.state === "idle" && revalidation === "idle" && !fetching && !actionData;
}
