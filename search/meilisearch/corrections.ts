import type { SearchHit, SearchRequest } from "../engine";
import { fold } from "../fold";
import { countSlips, slipsAllowed } from "../spelling";

/**
 * Meilisearch does not say which words it read as others: a typed word that stands in none of the marked places while one
 * a slip or two away does was read as that one.
 */
export function readCorrections(
  { text, match }: SearchRequest,
  hits: readonly SearchHit[],
): { from: string; to: string }[] {
  if (match === "any") return [];
  const marked = new Map<string, string>();
  for (const hit of hits)
    for (const piece of [...hit.title, ...hit.snippet]) if (piece.match) marked.set(fold(piece.text), piece.text);
  const corrected: { from: string; to: string }[] = [];
  for (const typed of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const folded = fold(typed);
    const most = slipsAllowed(folded);
    if (!most || !marked.size || [...marked.keys()].some((word) => word.startsWith(folded))) continue;
    const near = [...marked]
      .map(([word, to]) => ({ to: to.toLowerCase(), slips: countSlips(folded, word, most) }))
      .filter(({ slips }) => slips > 0 && slips <= most)
      .toSorted((a, b) => a.slips - b.slips)[0];
    if (near) corrected.push({ from: typed.toLowerCase(), to: near.to });
  }
  return corrected;
}
