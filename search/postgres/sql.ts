/**
 * What the engine asks of a connection or pool. A text without values may hold several statements; `name` lets each
 * connection keep the statement prepared. Rows come as `pg` gives them.
 */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[], options?: { name?: string }): Promise<Row[]>;
}

type PgLike = {
  query(config: { text: string; values?: unknown[]; name?: string }): Promise<{ rows: unknown[] }>;
};

/** The engine's view of a `pg` pool or client. */
export const sqlOf = (pg: PgLike): Sql => ({
  async query<Row>(text: string, values?: readonly unknown[], options?: { name?: string }) {
    const { rows } = await pg.query({ text, values: values && [...values], name: options?.name });
    return rows as Row[];
  },
});

/** PostgreSQL's code of an error, such as 42P01 for a table that is not there. */
export const errorCode = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : null;

export const MISSING_TABLE = "42P01";
const MISSING_SCHEMA = "3F000";

export const isMissing = (error: unknown): boolean => [MISSING_TABLE, MISSING_SCHEMA].includes(errorCode(error) ?? "");
