import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { openProblems } from "./internal/news-sql.server";
import type { HelpNewsLink } from "./reader-views";

export type OpenProblem = HelpNewsLink & { follows: boolean | null };

/** Known problems that are not solved, newest first, with whether the reader follows them (null for a stranger). */
export async function listOpenProblems(ctx: Ctx): Promise<OpenProblem[]> {
  const [row] = await ctx.db.$queryRaw<{ problems: HelpNewsLink[] | null }[]>(
    prepared(Prisma.sql`select (${openProblems(ctx)}) as problems`),
  );
  const problems = row?.problems ?? [];
  if (ctx.actor.kind !== "person" || problems.length === 0) return problems.map((one) => ({ ...one, follows: null }));
  const followed = await ctx.db.newsFollower.findMany({
    where: { personId: ctx.actor.personId, newsId: { in: problems.map(({ id }) => id) } },
    select: { newsId: true },
  });
  return problems.map((one) => ({ ...one, follows: followed.some(({ newsId }) => newsId === one.id) }));
}
