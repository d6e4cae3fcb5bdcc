import type { Ctx } from "~/platform/ctx.server";
import { parseQuery } from "./operators";
import { type IndexAnswer, type IndexRequest, NOTHING, searchIndex } from "./search-index.server";

/**
 * Searches without reading words as others: words that nothing has are left out, and when none remains nothing is found.
 */
export async function searchAsTyped(ctx: Ctx, request: IndexRequest): Promise<IndexAnswer> {
  const answer = await searchIndex(ctx, request);
  if (!answer.corrected.length) return answer;
  const unknown = new Set(answer.corrected.map(({ from }) => from.toLowerCase()));
  const known = parseQuery(request.text)
    .text.split(/\s+/u)
    .filter((word) => !unknown.has(word.toLowerCase()));
  if (known.length) return { ...(await searchIndex(ctx, { ...request, text: known.join(" ") })), corrected: [] };
  return { ...answer, ...NOTHING };
}
