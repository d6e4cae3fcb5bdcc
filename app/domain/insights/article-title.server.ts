import { Prisma } from "~/platform/db.server";

/** Title of an article in a language, or in its own where it has none there: published, else as drafted. Empty if gone. */
export const articleTitle = (articleId: Prisma.Sql, locale: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((
  select coalesce(published.title, drafted.title) from article_text named
  join article whole on whole.id = named.article_id
  left join article_version published on published.id = named.published_version_id
  left join article_draft drafted on drafted.text_id = named.id
  where named.article_id = ${articleId} and named.locale in (${locale}, whole.source_locale)
  order by named.locale = ${locale} desc limit 1), '')`;
