import type { Sql } from "./sql";

const MOST = 20;

/** A name for an index of a moment's use; `dropLeftovers` can tell from it when it was begun. */
export const passingName = (kind: string, letters: string, now = Date.now()): string =>
  `${kind}_${Math.floor(now / 1000)}_${letters}`;

/** Takes away what passing indexes of this kind left behind that were begun before: their process was killed. */
export async function dropLeftovers(sql: Sql, kind: string, before: number): Promise<void> {
  const rows = await sql.query<{ name: string }>(
    `select nspname as name from pg_namespace
     where nspname ~ $1 and substring(nspname from '_(\\d+)_')::bigint < $2 limit ${MOST}`,
    [`^search_${kind}_\\d{1,12}_[0-9a-z]+(_next|_old)?$`, Math.floor(before / 1000)],
  );
  for (const { name } of rows) await sql.query(`drop schema if exists "${name}" cascade`);
}
