import { randomBytes } from "node:crypto";
import type { Sql } from "../postgres/sql";
import { summarize, type Answered, type Evaluation } from "./evaluate";
import { readLines } from "./read-lines";

const CONFIGURATIONS = { en: "english", it: "italian", ro: "romanian", ru: "russian" };

/**
 * The same questions answered by plain PostgreSQL: to_tsvector in the document's language, the words of the question
 * joined by `or`, ts_rank. What the engine must clearly beat.
 */
export async function evaluateBaseline(sql: Sql, lines: string): Promise<Evaluation> {
  const { documents, queries } = readLines(lines);
  const table = `search_baseline_${randomBytes(4).toString("hex")}`;
  await sql.query(`create table ${table} (id text, locale text, vector tsvector)`);
  try {
    for (const { id, locale, title, body } of documents)
      await sql.query(
        `insert into ${table} values ($1, $2, setweight(to_tsvector($3::regconfig, $4), 'A') || to_tsvector($3::regconfig, $5))`,
        [id, locale, CONFIGURATIONS[locale ?? "en"], title, body],
      );
    await sql.query(`create index on ${table} using gin (vector)`);
    const answered: Answered[] = [];
    for (const query of queries.filter(({ relevant }) => relevant.length > 0)) {
      const started = performance.now();
      const rows = await sql.query<{ id: string }>(
        `select id from ${table}, cast(replace(plainto_tsquery($1::regconfig, $2)::text, '&', '|') as tsquery) as query
         where vector @@ query order by ts_rank(vector, query) desc, id limit 10`,
        [CONFIGURATIONS[query.locale ?? "en"], query.query],
      );
      answered.push({ query, ids: rows.map(({ id }) => id), ms: performance.now() - started });
    }
    return summarize(answered);
  } finally {
    await sql.query(`drop table ${table}`);
  }
}
