import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { requireStaff } from "./policy";
import { type DiffLine, diffTexts } from "./versions-diff";

/** The draft is named so. */
export const DRAFT = "draft";
export type Compared = number | typeof DRAFT;
export const DIFF_FIELDS = ["title", "slug", "summary", "keywords", "markdown"] as const;
export type VersionDiff = {
  from: Compared;
  to: Compared;
  /** Only fields that differ. */
  fields: { field: (typeof DIFF_FIELDS)[number]; lines: DiffLine[] }[];
};

type Words = Record<(typeof DIFF_FIELDS)[number], string>;

/** What differs between two versions of one language, or a version and the draft; 404 when one is not there. */
export async function getVersionDiff(
  ctx: Ctx,
  { articleId, locale, from, to }: { articleId: string; locale: string; from: Compared; to: Compared },
): Promise<VersionDiff> {
  requireStaff(ctx.actor);
  if (!isId(articleId)) throw notFound();
  const numbers = [from, to].filter((which) => which !== DRAFT);
  const rows = await ctx.db.$queryRaw<(Words & { number: number | null })[]>`
    select v.number, v.title, v.slug, v.summary, v.keywords, v.markdown
    from article_text t join article_version v on v.text_id = t.id and v.number = any(${numbers}::int[])
    where t.article_id = ${articleId}::uuid and t.locale = ${locale}
    union all
    select null, d.title, d.slug, d.summary, d.keywords, d.markdown
    from article_text t join article_draft d on d.text_id = t.id
    where t.article_id = ${articleId}::uuid and t.locale = ${locale} and ${numbers.length < 2}`;
  const [before, after] = [from, to].map((which) =>
    rows.find(({ number }) => number === (which === DRAFT ? null : which)),
  );
  if (!before || !after) throw notFound();
  const fields: VersionDiff["fields"] = [];
  for (const field of DIFF_FIELDS) {
    const isUnset = field === "slug" && (!before.slug || !after.slug);
    if (before[field] !== after[field] && !isUnset)
      fields.push({ field, lines: await diffTexts(before[field], after[field]) });
  }
  return { from, to, fields };
}
