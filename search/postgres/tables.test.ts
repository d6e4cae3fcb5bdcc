import { expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { openPostgresIndex } from "./open-index";
import { sqlOf } from "./sql";

useDatabase({ cast: false });

const read = async (schema: string) => {
  const sql = sqlOf(database().pool);
  const columns = await sql.query(
    `select table_name, column_name, udt_name, is_nullable, collation_name, datetime_precision from information_schema.columns
     where table_schema = $1 and table_name in ('search_document', 'search_word', 'search_setting') order by 1, ordinal_position`,
    [schema],
  );
  const indexes = await sql.query<{ definition: string }>(
    `select indexdef as definition from pg_indexes
     where schemaname = $1 and tablename in ('search_document', 'search_word', 'search_setting') order by indexname`,
    [schema],
  );
  const options = await sql.query(
    `select relname, reloptions from pg_class where relnamespace = $1::regnamespace and relname = 'search_document'`,
    [schema],
  );
  return { columns, indexes: indexes.map(({ definition }) => definition.replaceAll(`${schema}.`, "")), options };
};

it("the migration makes the live index as every other is made, and a rebuild leaves it so", async () => {
  const sql = sqlOf(database().pool);
  const migrated = await read("public");
  const other = openPostgresIndex(sql, { name: "other" });
  await (await other.rebuild()).swap();
  expect(await read("search_other")).toEqual(migrated);
  await other.destroy();

  const live = openPostgresIndex(sql, { name: "live" });
  expect(await live.check()).toMatchObject({ ok: false, reason: "missing" });
  await (await live.rebuild()).swap();
  expect(await read("public")).toEqual(migrated);
  expect(await live.check()).toEqual({ ok: true });
});
