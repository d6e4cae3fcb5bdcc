/**
 * What the engine asks of a connection or pool. A text without values may hold several statements; `name` lets each
 * connection keep the statement prepared; with `byIndex` a pool never reads a whole table for it, which the planner takes
 * for cheap because it does not see that long rows lie elsewhere; with `memory` a pool makes an index in that much. Rows
 * come as `pg` gives them.
 */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[], options?: Options): Promise<Row[]>;
}
type Options = { name?: string; byIndex?: boolean; memory?: string };

type Statement = { text: string; values?: unknown[]; name?: string };
type PgLike = { query(config: Statement): Promise<{ rows: unknown[] }> };
type PgPool = PgLike & { totalCount: number; connect(): Promise<PgLike & { release(error?: boolean): void }> };

const isPool = (pg: PgLike): pg is PgPool => "totalCount" in pg;

/** The engine's view of a `pg` pool or client. */
export const sqlOf = (pg: PgLike): Sql => ({
  async query<Row>(text: string, values?: readonly unknown[], options: Options = {}) {
    const { name, byIndex, memory } = options;
    const statement = { text, values: values && [...values], name };
    const [before, after] = byIndex
      ? ["begin read only; set local enable_seqscan = off", "commit"]
      : memory
        ? [`set maintenance_work_mem = '${memory}'`, "reset maintenance_work_mem"]
        : [];
    const { rows } = await (before && after && isPool(pg)
      ? queryBetween(pg, before, statement, after)
      : pg.query(statement));
    return rows as Row[];
  },
});

async function queryBetween(pool: PgPool, before: string, statement: Statement, after: string) {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query({ text: before });
    const answer = await client.query(statement);
    await client.query({ text: after });
    failed = false;
    return answer;
  } finally {
    // A connection left within a transaction, or with other settings, is not used again.
    client.release(failed);
  }
}

/** PostgreSQL's code of an error, such as 42P01 for a table that is not there. */
export const errorCode = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null;

export const MISSING_TABLE = "42P01";
const MISSING_SCHEMA = "3F000";

export const isMissing = (error: unknown): boolean => [MISSING_TABLE, MISSING_SCHEMA].includes(errorCode(error) ?? "");
