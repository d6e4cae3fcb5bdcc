import { expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { dropLeftovers, passingName } from "./drop-leftovers";
import { openPostgresIndex } from "./open-index";
import { sqlOf } from "./sql";

useDatabase({ cast: false });

it("takes away what a killed process left behind, and nothing that is in use", async () => {
  const sql = sqlOf(database().pool);
  const day = 86_400_000;
  const now = Date.now();
  const names = [passingName("eval", "a1", now - 2 * day), passingName("eval", "b2", now), "evaluation_1_x", "t_1_x"];
  const indexes = names.map((name) => openPostgresIndex(sql, { name }));
  for (const index of indexes) await (await index.rebuild()).swap();
  const half = openPostgresIndex(sql, { name: passingName("eval", "c3", now - 2 * day) });
  await half.rebuild();

  await dropLeftovers(sql, "eval", now - day);

  const left = await sql.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname like 'search\\_%' order by 1",
  );
  expect(left.map(({ name }) => name)).toEqual([`search_${names[1]}`, "search_evaluation_1_x", "search_t_1_x"]);
  for (const index of indexes) await index.destroy();
});
