import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
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
    from (
      select t.article_id
      from article_slug s join article_text t on t.id = s.text_id
      where s.slug = ${slug} and s.locale in ('en', 'it', 'ro', 'ru')
      order by s.locale = ${locale}::text desc, s.locale = 'en' desc, s.locale
      limit 1
    ) found
    join article a on a.id = found.article_id
    cross join lateral (
      select t.locale, t.published_version_id, t.updated_at
      from article_text t
      where t.article_id = a.id and t.published_version_id is not null
      order by t.locale = ${locale}::text desc, t.locale = 'en' desc, t.locale = a.source_locale desc, t.locale
      limit 1
    ) p
    where a.kind = ${kind}::article_kind and ${visibleArticles({ kind: "anonymous" })}`),
  );
  return row ?? null;
}
