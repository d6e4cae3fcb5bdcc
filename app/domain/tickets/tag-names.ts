export const MAX_TAG = 40;

/** Tags in the one form in which they are kept: lower-case, single spaces, at most 40 characters, sorted, once each. */
export function normaliseTags(names: readonly string[]): string[] {
  const clean = names.map((name) =>
    Array.from(
      name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[\p{C}\s,;#]+/gu, " ")
        .trim(),
    )
      .slice(0, MAX_TAG)
      .join("")
      .trim(),
  );
  return [...new Set(clean.filter(Boolean))].toSorted();
}
