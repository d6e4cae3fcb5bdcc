import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT } from "~/platform/keyset.server";
import { readTextPage, type TextCursor } from "~/platform/text-keyset.server";
import { articleTitle } from "./article-title.server";
import type { ReaderComment } from "./knowledge-views";
import { assertStaff } from "./policy";

type Query = { done?: boolean; locale?: string | null; articleId?: string | null; after: string | null };

/** A page of the votes that came with words, newest first: those to be read, or those that are done. */
export async function listReaderComments(
  ctx: Ctx,
  { done = false, locale = null, articleId = null, after }: Query,
): Promise<KeysetPage<ReaderComment>> {
  assertStaff(ctx.actor);
  const page = await readTextPage(after, (cursor) => {
    const way = cursor?.back ? Prisma.sql`asc` : Prisma.sql`desc`;
    const parts = [
      Prisma.sql`v.comment <> '' and a.deleted_at is null`,
      done ? Prisma.sql`v.done_at is not null` : Prisma.sql`v.done_at is null`,
      beyond(cursor),
      ...(locale ? [Prisma.sql`v.locale = ${locale}`] : []),
      ...(articleId ? [Prisma.sql`v.article_id = ${articleId}::uuid`] : []),
    ];
    return ctx.db.$queryRaw<(ReaderComment & { key: string; id: string })[]>`
      select to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as key, v.article_id || ' ' || v.reader as id,
        v.article_id::text as "articleId", v.reader, v.locale, v.helpful, v.reason, v.comment, v.at, v.done_at as "doneAt",
        ${articleTitle(Prisma.sql`v.article_id`, Prisma.sql`v.locale`)} as title
      from article_vote v join article a on a.id = v.article_id
      where ${Prisma.join(parts, " and ")}
      order by v.at ${way}, v.article_id ${way}, v.reader ${way} ${PAGE_LIMIT}`;
  });
  return { ...page, rows: page.rows.map(({ key: _key, id: _id, ...row }) => row) };
}

function beyond(cursor: TextCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  const at = new Date(cursor.key);
  const [articleId = "", reader = ""] = cursor.id.split(" ");
  if (Number.isNaN(at.getTime()) || !isId(articleId)) return Prisma.sql`true`;
  const than = cursor.back ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(v.at, v.article_id, v.reader) ${than} (${at}, ${articleId}::uuid, ${reader})`;
}
