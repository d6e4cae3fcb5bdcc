import type { KeysetPage } from "./keyset.server";
import { PAGE_SIZE } from "./keyset.server";
import { Prisma } from "./db.server";

/** Where a walk through a list in the order of words stands: beside the row with this key and id. */
export type TextCursor = { back: boolean; key: string; id: string };

const encode = (row: { key: string; id: string } | undefined, back: boolean): string | null =>
  row ? Buffer.from(`${back ? "b" : "f"}${JSON.stringify([row.key, row.id])}`).toString("base64url") : null;

/** Null for the first page, and for anything that is not a cursor of ours. */
export function decodeTextCursor(text: string | null | undefined): TextCursor | null {
  const plain = Buffer.from(text ?? "", "base64url").toString();
  try {
    const [key, id] = JSON.parse(plain.slice(1)) as unknown[];
    const sound =
      /^[bf]/.test(plain) && typeof key === "string" && typeof id === "string" && !plain.includes("\\u0000");
    return sound ? { back: plain.startsWith("b"), key, id } : null;
  } catch {
    return null;
  }
}

/** The row comparison and the order of a walk from A to Z over a key column and the id beside it, both text. */
export function textWalk(cursor: TextCursor | null, key: Prisma.Sql, id: Prisma.Sql) {
  const than = cursor?.back ? Prisma.sql`<` : Prisma.sql`>`;
  const way = cursor?.back ? Prisma.sql`desc` : Prisma.sql`asc`;
  return {
    where: cursor ? Prisma.sql`(${key}, ${id}) ${than} (${cursor.key}, ${cursor.id})` : Prisma.sql`true`,
    order: Prisma.sql`${key} ${way}, ${id} ${way}`,
  };
}

/**
 * One page of a list from A to Z. `fetch` reads one row more than a page from the cursor in the direction of the walk.
 * Who walks back onto the beginning, or past the end, gets the first page.
 */
export async function readTextPage<R extends { key: string; id: string }>(
  after: string | null | undefined,
  fetch: (cursor: TextCursor | null) => Promise<R[]>,
): Promise<KeysetPage<R>> {
  const cursor = decodeTextCursor(after);
  const fetched = await fetch(cursor);
  const more = fetched.length > PAGE_SIZE;
  const rows = fetched.slice(0, PAGE_SIZE);
  if (cursor && (cursor.back ? !more : !rows.length)) return readTextPage(null, fetch);
  if (cursor?.back) rows.reverse();
  return {
    rows,
    next: more || cursor?.back ? encode(rows.at(-1), false) : null,
    previous: cursor ? encode(rows[0], true) : null,
  };
}
