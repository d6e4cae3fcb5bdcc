import type { Ctx } from "~/platform/ctx.server";
import { requireEditor } from "../policy";

export type ExportSummary = {
  articles: number;
  /** In every language. */
  texts: number;
  drafts: number;
  categories: number;
  /** Published texts with changes that are not in the export. */
  pending: number;
  deleted: number;
  /** Pictures that neither a published text nor a first draft shows. */
  unused: number;
};

/** How much an export holds and how much it leaves out. For editors. */
export async function summariseExport(ctx: Ctx): Promise<ExportSummary> {
  requireEditor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<ExportSummary[]>`
    select
      (select count(*)::int from article where deleted_at is null) as articles,
      (select count(*)::int from article where deleted_at is not null) as deleted,
      (select count(*)::int from article_category c where c.archived_at is null
        or exists (select from article a where a.category_id = c.id and a.deleted_at is null)) as categories,
      t.texts, t.drafts, t.pending,
      (select count(*)::int from article_image i join article a on a.id = i.article_id and a.deleted_at is null
        where not exists (
          select from article_text x left join article_version v on v.id = x.published_version_id
            left join article_draft d on d.text_id = x.id
          where x.article_id = i.article_id and strpos(coalesce(v.markdown, d.markdown), i.id::text) > 0)) as unused
    from (
      select count(*)::int as texts,
        (count(*) filter (where x.published_version_id is null))::int as drafts,
        (count(*) filter (where x.published_version_id is not null and x.work <> 'none'))::int as pending
      from article_text x join article a on a.id = x.article_id where a.deleted_at is null
    ) t`;
  return row!;
}
