import { indexChanges } from "~/domain/search/index-changes.server";
import { type IndexRequest, searchIndex } from "~/domain/search/search-index.server";
import { projections } from "~/jobs/search-projections";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { DOCUMENT_KINDS } from "#search/document";

/** Carries out what waits for the search index. */
export const catchUp = (): Promise<{ done: number }> => indexChanges(systemCtx(), "postgres", projections);

/** Ids of the documents somebody finds, of every kind unless told otherwise. */
export async function finds(ctx: Ctx, text: string, over: Partial<IndexRequest> = {}): Promise<string[]> {
  const { hits } = await searchIndex(ctx, { text, kinds: DOCUMENT_KINDS, limit: 50, ...over });
  return hits.map(({ id }) => id);
}
