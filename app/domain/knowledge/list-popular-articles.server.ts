import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { popularLinks } from "./internal/popular-sql.server";
import type { HelpHome } from "./reader-views";

const SHOWN = 3;

/** The three articles and questions that this reader may see and others read most. */
export async function listPopularArticles(ctx: Ctx): Promise<HelpHome["popular"]> {
  const [row] = await ctx.db.$queryRaw<{ links: HelpHome["popular"] | null }[]>(
    prepared(Prisma.sql`select (${popularLinks(ctx, SHOWN)}) as links`),
  );
  return row?.links ?? [];
}
