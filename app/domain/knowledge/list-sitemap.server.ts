import type { ArticleKind } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleArticles } from "./visible.server";

/** Addresses in one file of the sitemap. */
export const SITEMAP_ROWS = 5_000;

/** A published text, with the addresses of all languages of its article. */
export type SitemapRow = {
  kind: ArticleKind;
  locale: string;
  slug: string;
  updatedAt: Date;
  languages: { locale: string; slug: string }[];
};

/** What anybody may read, whoever asks: a sitemap is for strangers. `part` counts from 1 and follows the texts' ids. */
export async function listSitemap(ctx: Ctx, part: number): Promise<SitemapRow[]> {
  const visible = visibleArticles({ kind: "anonymous" });
  return ctx.db.$queryRaw<SitemapRow[]>(Prisma.sql`
    with numbered as (
      select t.id, t.article_id, t.locale, t.updated_at, row_number() over (order by t.id) as place
      from article_text t join article a on a.id = t.article_id
      where t.published_version_id is not null and ${visible}
    ), part as (
      select * from numbered where place > ${(part - 1) * SITEMAP_ROWS}::int and place <= ${part * SITEMAP_ROWS}::int
    )
    select a.kind, part.locale, s.slug, part.updated_at as "updatedAt", (
      select json_agg(json_build_object('locale', t.locale, 'slug', ts.slug) order by t.locale)
      from article_text t join article_slug ts on ts.text_id = t.id and ts.current
      where t.article_id = a.id and t.published_version_id is not null) as languages
    from part join article a on a.id = part.article_id join article_slug s on s.text_id = part.id and s.current
    order by part.id`);
}
