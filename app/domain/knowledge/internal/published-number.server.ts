import type { Ctx } from "~/platform/ctx.server";
import type { LockedText } from "./locked-article.server";

/** The number of the version that readers see; null while nothing is published. */
export async function publishedNumber(ctx: Ctx, { publishedVersionId }: LockedText): Promise<number | null> {
  if (!publishedVersionId) return null;
  const where = { id: publishedVersionId };
  const version = await ctx.db.articleVersion.findUnique({ where, select: { number: true } });
  return version?.number ?? null;
}
