import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { articleAt, readerText } from "./internal/reader-sql.server";
import { visibleArticles } from "./visible.server";

export type HelpVersion = {
  articleId: string;
  /** Of the text that is shown. */
  locale: string;
  /** Changes with the text and with what is said of it. */
  version: string;
};

/** Which state of an article stands at an address for a stranger, without reading its text; null where there is none. */
export async function findHelpVersion(
  { db, locale }: Pick<Ctx, "db" | "locale">,
  kind: "article" | "faq",
  slug: string,
): Promise<HelpVersion | null> {
  const [row] = await db.$queryRaw<HelpVersion[]>(
    prepared(Prisma.sql`
    select a.id as "articleId", p.locale,
      concat_ws(' ', p.published_version_id, p.updated_at, a.category_id, a.position, a.helpful_yes) as version
    from article a ${readerText(locale)}
    where a.id = ${articleAt(Prisma.sql`${slug}`, locale)} and a.kind = ${kind}::article_kind and ${visibleArticles({ kind: "anonymous" })}`),
  );
  return row ?? null;
}
