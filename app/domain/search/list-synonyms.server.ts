import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, pageOf } from "~/platform/keyset.server";
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
  const at = ({ id }: SynonymRow, back: boolean) => `${back ? "b" : "f"}${id}`;
  return pageOf(cursor, fetched, at) ?? listSynonyms(ctx, { q, locale });
}

/** Null for the first page, and for anything that is not a cursor of ours. */
function readCursor(text: string | null): { back: boolean; id: string } | null {
  const [way, id] = [text?.slice(0, 1) ?? "", text?.slice(1) ?? ""];
  return /^[bf]$/.test(way) && isId(id) ? { back: way === "b", id } : null;
}
