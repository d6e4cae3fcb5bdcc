import { useState } from "react";

/**
 * The id of the form on screen. It stays through reloads of the page's data, so that a second click sends the same
 * form, until a message with that id is there; then the form begins anew. `adopt` takes up an id from before.
 */
export function useFormId(fresh: string, first: string | undefined, sentIds: readonly string[]) {
  const [held, adopt] = useState(first ?? fresh);
  const formId = sentIds.includes(held) ? fresh : held;
  if (formId !== held) adopt(formId);
  return { formId, adopt };
}
