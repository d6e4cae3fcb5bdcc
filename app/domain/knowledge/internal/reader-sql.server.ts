import type { Locale } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/** The installation's language: what is shown where a translation is missing. */
const DEFAULT = Prisma.sql`'en'`;

/** The words of a column { en, it, … } in a language, else in the installation's. */
export const inLanguage = (column: Prisma.Sql, locale: Locale): Prisma.Sql =>
  Prisma.sql`coalesce(nullif(${column} ->> ${locale}::text, ''), ${column} ->> ${DEFAULT}, '')`;

/**
 * Joins to the rows `a` the published text that a reader of the language gets: `p` the text, `v` its version, `s` its
 * address. The language itself comes first, then the installation's, then the one that others are translated from.
 */
export const readerText = (locale: Locale): Prisma.Sql => Prisma.sql`
  cross join lateral (
    select t.id, t.locale, t.published_version_id, t.published_at, t.updated_at
    from article_text t
    where t.article_id = a.id and t.published_version_id is not null
    order by t.locale = ${locale}::text desc, t.locale = ${DEFAULT} desc, t.locale = a.source_locale desc, t.locale
    limit 1
  ) p
  join article_version v on v.id = p.published_version_id
  join article_slug s on s.text_id = p.id and s.current`;

/**
 * The article at an address of the help centre in a language: the one that has or had it there, else in the
 * installation's language, else in any. Its readers may still be others than who asks.
 */
export const articleAt = (slug: Prisma.Sql, locale: Locale): Prisma.Sql => Prisma.sql`(
  select its.article_id
  from article_slug had join article_text its on its.id = had.text_id
  where had.slug = ${slug} and had.locale in ('en', 'it', 'ro', 'ru')
  order by had.locale = ${locale}::text desc, had.locale = ${DEFAULT} desc, had.locale
  limit 1)`;

/** What a link needs of the rows that `readerText` joins, as the fields of a JSON object. */
export const LINK = Prisma.sql`'kind', a.kind, 'locale', p.locale, 'slug', s.slug, 'title', v.title`;
