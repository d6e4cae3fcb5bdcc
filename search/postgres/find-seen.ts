import type { FamilyIndex } from "./family-index";
import { scopeConditions, type Wanted } from "./statement";

type Query = { query: string; documents: number };
type Reader = Pick<Wanted, "family" | "kinds" | "principals" | "filters">;

/**
 * Which of the queries a reader finds anything by; those that are certain are not looked up. By the index: for one row
 * alone the planner would rather read the table.
 */
export async function findSeen(
  { sql, place }: FamilyIndex,
  reader: Reader,
  queries: readonly Query[],
  isCertain: (query: Query) => boolean,
): Promise<boolean[]> {
  const open = queries.filter((one) => !isCertain(one));
  if (!open.length) return queries.map(() => true);
  const values: unknown[] = [];
  const add = { add: (value: unknown, type: string) => `$${values.push(value)}::${type}` };
  const scopes = scopeConditions(add, reader, "d");
  const found = open.map(
    ({ query }) =>
      `exists (select from ${place.document} d where d.family = '${reader.family}' and d.vector @@ ${[add.add(query, "tsquery"), ...scopes].join(" and ")})`,
  );
  const [row] = await sql.query<{ seen: boolean[] }>(`select array[${found.join(", ")}] as seen`, values, {
    byIndex: true,
  });
  return queries.map((one) => (open.includes(one) ? (row?.seen[open.indexOf(one)] ?? false) : true));
}
