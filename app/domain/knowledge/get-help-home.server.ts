import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { forStrangers } from "./internal/for-strangers.server";
import { newsLinks, openProblems } from "./internal/news-sql.server";
import { popularLinks } from "./internal/popular-sql.server";
import { topicTiles } from "./internal/topic-tiles.server";
import type { HelpHome } from "./reader-views";

const POPULAR = 8;
const NEWS = 4;

/** The help centre's first page for this reader: topics with how much is in them, what is read most, the latest news, what is not solved. */
export const getHelpHome = (ctx: Ctx): Promise<HelpHome> => forStrangers(ctx, "home", () => readHome(ctx));

async function readHome(ctx: Ctx): Promise<HelpHome> {
  const [row] = await ctx.db.$queryRaw<HelpHome[]>(
    prepared(Prisma.sql`
    with recursive ${topicTiles(ctx, Prisma.sql`c.parent_id is null`)}
    select
      coalesce((select json_agg(tile order by position, slug) from tiles), '[]') as topics,
      coalesce((${popularLinks(ctx, POPULAR)}), '[]') as popular,
      coalesce((${newsLinks(ctx, Prisma.sql`true`, NEWS)}), '[]') as news,
      coalesce((${openProblems(ctx)}), '[]') as problems`),
  );
  return row!;
}
