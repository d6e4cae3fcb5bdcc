import { Prisma } from "~/platform/db.server";

/** How each language of the rows `a` stands, as `TextSummary`s, the source's first. */
export const TEXTS = Prisma.sql`(
  select json_agg(json_build_object('locale', t.locale, 'title', d.title, 'work', t.work,
      'published', t.published_version_id is not null, 'scheduled', t.scheduled_version_id is not null,
      'ending', t.unpublish_at < '9999-12-31T00:00:00Z', 'stale', t.stale_since is not null)
    order by t.locale = a.source_locale desc, t.locale)
  from article_text t join article_draft d on d.text_id = t.id where t.article_id = a.id)`;

/** A person's id and name as `Named`, or null. */
export const named = (person: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`case when ${person}.id is not null then json_build_object('id', ${person}.id, 'name', ${person}.name) end`;

/** The last day that PostgreSQL's columns here can say is none. */
export const orNull = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`nullif(${column}, '9999-12-31T00:00:00Z')`;

/** A category and all that lie in it. */
export const branchOf = (categoryId: string): Prisma.Sql => Prisma.sql`(
  with recursive down as (
    select ${categoryId}::uuid as id
    union select c.id from article_category c join down on c.parent_id = down.id
  ) select id from down)`;
