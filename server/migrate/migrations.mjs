// Where a database stands compared with prisma/migrations. Needs no engine, so that a start with nothing to do is quick.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { DONE } from "./interrupted.mjs";

/** @typedef {{ name: string, sql: string }} Migration */

/** The migrations of a folder, oldest first. @param {string} folder @returns {Promise<Migration[]>} */
export async function readMigrations(folder) {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await fs.readFile(path.join(folder, name, "migration.sql"), "utf8") })),
  );
}

/** One digest over all migrations. @param {string} folder */
export async function digestMigrations(folder) {
  const hash = createHash("sha256");
  for (const { name, sql } of await readMigrations(folder)) hash.update(`${name}\0${sql}\0`);
  return hash.digest("hex");
}

/** What the database's own record says: names still to apply, failed, edited since, and unknown to this program.
 * @param {string} url @param {string} folder */
export async function compareMigrations(url, folder) {
  const known = await readMigrations(folder);
  const recorded = await readRecord(url);
  const applied = new Map(recorded.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  const names = new Set(known.map(({ name }) => name));
  return {
    pending: known.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
    failed: recorded.filter((row) => row.failed).map(({ name }) => name),
    edited: known
      .filter(({ name, sql }) => applied.has(name) && applied.get(name) !== checksum(sql))
      .map(({ name }) => name),
    unknown: recorded.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  };
}

/** @param {string} sql as Prisma computes it */
const checksum = (sql) => createHash("sha256").update(sql).digest("hex");

/** @param {string} url @returns {Promise<{ name: string, checksum: string, finished: boolean, failed: boolean }[]>} */
async function readRecord(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select migration_name as name, checksum, finished_at is not null as finished,
              finished_at is null and logs is not null and logs <> $1 as failed
         from _prisma_migrations where rolled_back_at is null`,
      [DONE],
    );
    return rows;
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === "42P01") return []; // nothing was ever applied
    throw error;
  } finally {
    await client.end();
  }
}
