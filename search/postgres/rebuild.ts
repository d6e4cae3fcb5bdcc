import type { SearchRebuild } from "../engine";
import type { SearchDocument } from "../document";
import { fingerprint } from "../settings";
import type { Lexicon } from "./lexicon";
import { errorCode, type Sql } from "./sql";
import { indexes, nextOf, oldOf, placeOf, tables, TABLES } from "./tables";
import { WordCounts } from "./vocabulary";
import { writeDocuments } from "./write-documents";

const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK = "40P01";
const ATTEMPTS = 60;
const MOST_WORDS_HELD = 150_000;
const MEMORY = "256MB";

/** Starts a successor of the index; what an interrupted attempt left behind goes first. */
export async function startRebuild(
  sql: Sql,
  name: string,
  lexicon: Lexicon,
  swapped: () => void,
): Promise<SearchRebuild> {
  const next = nextOf(name);
  const drop = async () => void (await sql.query(`drop schema if exists "${next.schema}" cascade`));
  await drop();
  await sql.query(`drop schema if exists "${oldOf(name)}" cascade`);
  await sql.query(tables(next));
  const counts = new WordCounts();
  let prepared = false;
  // Concurrently: changes are written to the successor meanwhile. Who makes such an index waits for all who read as of
  // before, so that whoever waits for this one's locks must not.
  const prepare = async (signal?: AbortSignal) => {
    await counts.write(sql, next);
    for (const statement of indexes(next)) await untilAborted(sql, statement, signal);
    signal?.throwIfAborted();
    await sql.query(`analyze ${next.document}, ${next.word}`);
    prepared = true;
  };
  return {
    async put(documents: readonly SearchDocument[]) {
      await writeDocuments(sql, next, lexicon, documents, counts);
      if (counts.size > MOST_WORDS_HELD) await counts.write(sql, next);
    },
    prepare,
    async swap() {
      if (!prepared) await prepare();
      await counts.write(sql, next);
      await sql.query(
        `insert into ${next.setting} values ('built', $1::jsonb) on conflict (key) do update set value = excluded.value`,
        [JSON.stringify(fingerprint())],
      );
      await exchange(sql, name);
      swapped();
    },
    drop,
  };
}

/** Runs one long statement, which an aborted `signal` cancels. */
async function untilAborted(sql: Sql, statement: string, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  let cancelling: NodeJS.Timeout | undefined;
  const cancel = () => {
    // Again and again: what is on its way to the server cannot be cancelled yet.
    cancelling ??= setInterval(cancel, 100);
    const running = `select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and query = $1 and state = 'active'`;
    sql.query(running, [statement]).catch(() => undefined);
  };
  signal?.addEventListener("abort", cancel);
  try {
    await sql.query(statement, undefined, { memory: MEMORY });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    clearInterval(cancelling);
  }
}

/** Puts the new tables in the place of the old ones in one transaction that never waits long for a running search. */
async function exchange(sql: Sql, name: string) {
  const { schema, setting } = placeOf(name);
  const next = nextOf(name);
  const old = oldOf(name);
  const move = (table: string, from: string, to: string) =>
    `if to_regclass('"${from}"."${table}"') is not null then alter table "${from}"."${table}" set schema "${to}"; end if;`;
  const statement = `do $swap$ begin
    perform set_config('lock_timeout', '250ms', true);
    create schema if not exists "${schema}";
    create schema "${old}";
    if to_regclass('${setting}') is not null then
      insert into ${next.setting} select * from ${setting} where key <> 'built' on conflict (key) do nothing;
    end if;
    ${TABLES.map((table) => move(table, schema, old)).join("\n")}
    ${TABLES.map((table) => move(table, next.schema, schema)).join("\n")}
    drop schema "${next.schema}";
    drop schema "${old}" cascade;
  end $swap$`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await sql.query(statement);
    } catch (error) {
      const busy = [LOCK_NOT_AVAILABLE, DEADLOCK].includes(errorCode(error) ?? "");
      if (!busy || attempt >= ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
