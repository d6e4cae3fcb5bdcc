// The bench's own PostgreSQL and the loaded databases in it, kept from run to run while their making is the same.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { deployApart } from "../../server/migrate/deploy-apart.mjs";
import { ensurePostgres, throwawaySettings } from "../../server/postgres.mjs";
import { root } from "../../server/root.mjs";
import { fill } from "./load/fill.mjs";

/** @typedef {{ tickets: number, url: string }} Loaded */

/** Loads what is missing with a server that forgets on a crash, and gives back one with the product's own settings.
 * @param {string} dataDir @param {number[]} sizes */
export async function openDatabases(dataDir, sizes) {
  const making = await digestMaking();
  const wanted = sizes.map((tickets) => ({ tickets, name: `bench_${tickets}_${making}` }));
  const loading = await ensurePostgres({
    dataDir,
    database: "admin",
    settings: [...throwawaySettings, "max_wal_size=8GB", "autovacuum=off", "max_parallel_maintenance_workers=0"],
  });
  const admin = new pg.Client({ connectionString: loading.url });
  await admin.connect();
  const { rows } = await admin.query("select datname from pg_database where datname ~ '^bench_'");
  const present = new Set(rows.map(({ datname }) => datname));
  for (const name of present) if (!name.endsWith(making)) await admin.query(`drop database "${name}" with (force)`);
  for (const { name, tickets } of wanted) {
    if (present.has(name)) continue;
    const draft = `${name}_draft`;
    await admin.query(`create database "${draft}"`);
    await deployApart(urlOf(loading.url, draft));
    await fill(urlOf(loading.url, draft), tickets);
    await admin.query(`alter database "${draft}" rename to "${name}"`);
  }
  await admin.query("checkpoint");
  await admin.end();
  await loading.stop();

  const server = await ensurePostgres({ dataDir, database: "admin" });
  const loaded = wanted.map(({ name, tickets }) => ({ tickets, url: urlOf(server.url, name) }));
  for (const { url } of loaded) await deployApart(url);
  return {
    loaded,
    log: path.join(dataDir, "postgres/server.log"),
    stop: server.stop,
  };
}

/** @param {string} url @param {string} name */
function urlOf(url, name) {
  const one = new URL(url);
  one.pathname = `/${name}`;
  return String(one);
}

/** The loader's statements: when they change, the data is made anew. Newer migrations are applied to what is there. */
async function digestMaking() {
  const folder = path.join(root, "tests/bench/load");
  const hash = createHash("sha256");
  for (const name of ["functions.mjs", "small-tables.mjs", "large-tables.mjs"])
    hash.update(await fs.readFile(path.join(folder, name)));
  return hash.digest("hex").slice(0, 10);
}
