import { isId } from "~/lib/id";
import { Prisma } from "~/generated/prisma/client";

/** Rows of a page. One more is read, to know whether there is a next one. */
export const PAGE_SIZE = 25;

/** Spelt out: a prepared plan knows nothing of a parameter and would expect a tenth of the table. */
export const PAGE_LIMIT = Prisma.raw(`limit ${PAGE_SIZE + 1}`);

/** `next` is the cursor of the following page; `previous` that of the page before. */
export type KeysetPage<R> = { rows: R[]; next: string | null; previous: string | null };

/** Where a walk through a list stands: beside the row with this sort key and id, going on or back. */
export type Cursor = { back: boolean; key: Date; id: string };

export function encodeCursor({ back, key, id }: Cursor): string {
  return Buffer.from(`${back ? "b" : "f"}${key.getTime().toString(36)}.${id}`).toString("base64url");
}

/** Null for the first page, and for anything that is not a cursor of ours. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  const [, direction, time = "", id = ""] =
    /^([bf])(-?[0-9a-z]{1,10})\.(.{36})$/.exec(Buffer.from(text ?? "", "base64url").toString("latin1")) ?? [];
  const key = new Date(parseInt(time, 36));
  return direction && isId(id) && !Number.isNaN(key.getTime()) ? { back: direction === "b", key, id } : null;
}

/** The part of a statement that says where to go on and in what order, for a key column and the id beside it. */
export type Walk = { where: Prisma.Sql; order(key: Prisma.Sql, id: Prisma.Sql): Prisma.Sql };

/** A row comparison (`(key, id) < (…)`), so that one index range answers it. `newestFirst` is the list's own order. */
export function walk(cursor: Cursor | null, newestFirst: boolean, key: Prisma.Sql, id: Prisma.Sql): Walk {
  const descending = cursor?.back ? !newestFirst : newestFirst;
  const than = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const way = descending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return {
    where: cursor ? Prisma.sql`(${key}, ${id}) ${than} (${cursor.key}, ${cursor.id}::uuid)` : Prisma.sql`true`,
    order: (key, id) => Prisma.sql`${key} ${way}, ${id} ${way}`,
  };
}

/**
 * One page of a list. `fetch` reads `size + 1` rows from the cursor in the direction of the walk. Who walks back onto
 * the beginning, or past the end, gets the first page.
 */
export async function readPage<R extends { key: Date; id: string }>(
  after: string | null | undefined,
  fetch: (cursor: Cursor | null) => Promise<R[]>,
  size: number = PAGE_SIZE,
): Promise<KeysetPage<R>> {
  const cursor = decodeCursor(after);
  const at = ({ key, id }: R, back: boolean) => encodeCursor({ back, key, id });
  return pageOf(cursor, await fetch(cursor), at, size) ?? readPage(null, fetch, size);
}

/**
 * The page of the `size + 1` rows that were read from a cursor; `at` names the place beside a row. Null for who walked back
 * onto the beginning, or past the end.
 */
export function pageOf<R>(
  cursor: { back: boolean } | null,
  fetched: readonly R[],
  at: (row: R, back: boolean) => string,
  size: number = PAGE_SIZE,
): KeysetPage<R> | null {
  const more = fetched.length > size;
  const rows = fetched.slice(0, size);
  if (cursor && (cursor.back ? !more : !rows.length)) return null;
  if (cursor?.back) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    next: last && (more || cursor?.back) ? at(last, false) : null,
    previous: first && cursor ? at(first, true) : null,
  };
}
