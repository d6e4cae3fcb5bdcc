const WORD = /[\p{L}\p{N}_]/u;

/**
 * Ids of the people whose full name follows an `@` in the text, longest names first, so that "@Anna Maria Rossi" is not
 * "@Anna". Case does not matter; a name must end where a word ends, and an `@` inside an address is none.
 */
export function findMentions(text: string, people: readonly { id: string; name: string }[]): string[] {
  const lower = text.toLowerCase();
  const names = people
    .map(({ id, name }) => ({ id, name: name.trim().toLowerCase() }))
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    if (WORD.test(lower[at - 1] ?? " ")) continue;
    const hit = names.find(
      ({ name }) => lower.startsWith(name, at + 1) && !WORD.test(lower[at + 1 + name.length] ?? " "),
    );
    if (hit) found.add(hit.id);
  }
  return [...found];
}
