import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, PAGE_SIZE } from "~/platform/keyset.server";
import { requireAdministratorActor } from "./view-policy";

export type SynonymRow = { id: string; locale: string; words: string[] };
export type SynonymQuery = { q?: string; locale?: string; after?: string | null };

/**
 * A page of the groups of words that mean the same, the newest first; `q` finds a part of a word, `locale` those of one
 * language. Who walks past an end gets the first page.
 */
export async function listSynonyms(
  ctx: Ctx,
  { q = "", locale = "", after = null }: SynonymQuery = {},
): Promise<KeysetPage<SynonymRow>> {
  requireAdministratorActor(ctx.actor);
  const cursor = readCursor(after);
  const typed = q.normalize("NFC").toLowerCase().replaceAll("\0", "").replace(/\s+/gu, " ").trim();
  const like = `%${typed.replace(/[\\%_]/g, "\\$&")}%`;
  const where = Prisma.join(
    [
      Prisma.sql`true`,
      ...(locale ? [Prisma.sql`locale = ${locale}`] : []),
      ...(typed ? [Prisma.sql`search_synonym_text(words) like ${like}`] : []),
      ...(cursor ? [Prisma.sql`id ${cursor.back ? Prisma.sql`>` : Prisma.sql`<`} ${cursor.id}::uuid`] : []),
    ],
    " and ",
  );
  const way = cursor?.back ? Prisma.sql`asc` : Prisma.sql`desc`;
  const fetched = await ctx.db.$queryRaw<SynonymRow[]>`
    select id::text as id, locale, words from search_synonym where ${where} order by search_synonym.id ${way} ${PAGE_LIMIT}`;
  const more = fetched.length > PAGE_SIZE;
  const rows = fetched.slice(0, PAGE_SIZE);
  if (cursor && (cursor.back ? !more : !rows.length)) return listSynonyms(ctx, { q, locale });
  if (cursor?.back) rows.reverse();
  const at = (row: SynonymRow | undefined, way: "b" | "f") => (row ? `${way}${row.id}` : null);
  return {
    rows,
    next: more || cursor?.back ? at(rows.at(-1), "f") : null,
    previous: cursor ? at(rows[0], "b") : null,
  };
}

/** Null for the first page, and for anything that is not a cursor of ours. */
function readCursor(text: string | null): { back: boolean; id: string } | null {
  const [way, id] = [text?.slice(0, 1) ?? "", text?.slice(1) ?? ""];
  return /^[bf]$/.test(way) && isId(id) ? { back: way === "b", id } : null;
}
