import { findReadableHelp } from "~/domain/knowledge/find-readable-help.server";
import { listRefusedArticles } from "~/domain/knowledge/list-refused-articles.server";
import { findAnswers } from "~/domain/search/find-answers.server";
import type { FoundAnswer } from "~/domain/search/found-answer";
import type { Ctx, RequestArgs } from "~/http/ctx.server";
import { findReader } from "~/http/reader.server";

/** As many as one looks at before going on. */
const MOST = 4;

/**
 * What may spare the writer of a ticket the wait, in the writer's language where there is one, without what has not
 * helped this writer before. A search that fails is no reason to hold a ticket up: then there is nothing.
 */
export async function suggestAnswers(
  ctx: Ctx,
  args: RequestArgs,
  typed: { subject: string; text: string },
): Promise<FoundAnswer[]> {
  try {
    const found = await readable(ctx, await findAnswers(ctx, { ...typed, limit: 2 * MOST }));
    return (await withoutRefused(ctx, args, found)).slice(0, MOST);
  } catch {
    return [];
  }
}

/** Without what the index still has and the writer may not read any more. */
async function readable(ctx: Ctx, found: FoundAnswer[]): Promise<FoundAnswer[]> {
  const hits = found.map(({ articleId, kind, locale }) => ({ kind, group: articleId, locale }));
  const isReadable = await findReadableHelp(ctx, hits);
  return found.filter((_, i) => isReadable(hits[i]!));
}

async function withoutRefused(ctx: Ctx, args: RequestArgs, found: FoundAnswer[]): Promise<FoundAnswer[]> {
  const reader = found.length > 0 ? await findReader(ctx, args) : null;
  if (!reader) return found;
  const ids = found.map(({ articleId }) => articleId);
  const refused = await listRefusedArticles(ctx, reader, ids);
  return found.filter(({ articleId }) => !refused.has(articleId));
}
