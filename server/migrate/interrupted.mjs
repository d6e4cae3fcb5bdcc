// A process killed in the middle of a migration leaves a row without an end. The script itself runs in one transaction,
// which also notes in that row that it is done: so the row tells whether the script has happened or not.
import pg from "pg";

/** In the column `logs`, where Prisma keeps a failed migration's error. */
export const DONE = "script committed";
const PRISMA_LOCK = 72_707_369; // the lock that Prisma holds while it migrates

/** Appended to each script. */
export const noteDone = `
;do $note$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set logs = '${DONE}'
     where finished_at is null and rolled_back_at is null and logs is null;
  end if;
end $note$;`;

/** Closes rows that a killed process left open: as applied, or as rolled back and thus due again. Failed ones stay.
 * @param {string} url */
export async function closeInterrupted(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]); // waits for a migration that is going on
    const { rows } = await client.query("select to_regclass('_prisma_migrations') is not null as there");
    if (!rows[0].there) return;
    await client.query(
      `update _prisma_migrations set finished_at = now(), applied_steps_count = 1, logs = null
        where finished_at is null and rolled_back_at is null and logs = $1`,
      [DONE],
    );
    await client.query(
      "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null and logs is null",
    );
  } finally {
    await client.end();
  }
}
