// Brings a database to this program's schema, and writes new migrations.
//   node server/migrate.mjs deploy | status | create NAME      (without DATABASE_URL: on the embedded PostgreSQL)
import fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { withEngine } from "./migrate/engine.mjs";
import { closeInterrupted } from "./migrate/interrupted.mjs";
import { compareMigrations, readMigrations } from "./migrate/migrations.mjs";
import { root } from "./root.mjs";
import { reportStartupError, StartupError } from "./startup-error.mjs";

const SCHEMA = path.join(root, "prisma");
const filters = { externalTables: [], externalEnums: [] };
/** @typedef {{ schema?: string, migrations?: string }} Folders of the Prisma schema files and of the migrations */

/** Applies pending migrations, each whole or not at all, and the job queue's own; returns the names applied.
 * @param {string} url @param {Folders} [folders] @returns {Promise<string[]>} */
export async function deploy(url, { schema = SCHEMA, migrations = path.join(schema, "migrations") } = {}) {
  const applied = await applyMigrations(url, schema, migrations);
  await runMigrations({ connectionString: url });
  return applied;
}

/** Where the database stands: names pending, failed, edited, unknown. @param {string} url @param {Folders} [folders] */
export const status = (url, { schema = SCHEMA, migrations = path.join(schema, "migrations") } = {}) =>
  compareMigrations(url, migrations);

/** The SQL that leads from the database to the schema files; "" when they agree.
 * @param {string} url @param {Folders} [folders] @returns {Promise<string>} */
export function diffDb(url, { schema = SCHEMA } = {}) {
  return withEngine(url, schema, async (engine, files) => {
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: schema },
      to: { tag: "schemaDatamodel", files },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: true,
      filters,
    });
    return result.exitCode === 2 ? result.stdout : "";
  });
}

/** Replays the migrations into a scratch database and writes what the schema has more as a new migration.
 * @param {string} url of a server where databases may be created @param {string} name in snake case
 * @param {Folders} [folders] @returns {Promise<string | null>} its folder, null when there is nothing to write */
export async function create(url, name, { schema = SCHEMA, migrations = path.join(schema, "migrations") } = {}) {
  const database = `shadow_${process.pid}_${Date.now()}`;
  const scratch = new URL(url);
  scratch.pathname = `/${database}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${database} template template0 encoding 'UTF8'`);
  try {
    await applyMigrations(String(scratch), schema, migrations);
    const sql = await diffDb(String(scratch), { schema });
    if (!sql) return null;
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(migrations, `${stamp}_${name}`);
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, "migration.sql"), sql);
    await fs.writeFile(path.join(migrations, "migration_lock.toml"), 'provider = "postgresql"\n');
    return folder;
  } finally {
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.end();
  }
}

/** @param {string} url @param {string} schema @param {string} migrations @returns {Promise<string[]>} */
async function applyMigrations(url, schema, migrations) {
  const list = await readMigrations(migrations);
  if (!list.length) return [];
  const lockfile = await fs.readFile(path.join(migrations, "migration_lock.toml"), "utf8").catch(() => null);
  const migrationsList = {
    baseDir: path.resolve(migrations),
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: lockfile },
    migrationDirectories: list.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  await closeInterrupted(url);
  return withEngine(url, schema, async (engine) => {
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });
}

/** @param {string[]} argv */
async function main([command, name]) {
  const { ensurePostgres } = await import("./postgres.mjs");
  const given = process.env.DATABASE_URL;
  const dataDir = process.env.SPORTELLO_DATA ?? path.join(root, ".data");
  const embedded = given ? null : await ensurePostgres({ dataDir });
  const url = given || embedded?.url || "";
  try {
    if (command === "deploy") return console.log((await deploy(url)).join("\n") || "nothing to apply");
    if (command === "status") return console.log(JSON.stringify(await status(url), null, 2));
    if (command === "create" && /^[a-z][a-z0-9_]*$/.test(name ?? "")) {
      return console.log((await create(url, name ?? "")) ?? "the migrations already say what the schema says");
    }
    throw new StartupError("Usage: node server/migrate.mjs deploy | status | create NAME (NAME in snake_case)");
  } finally {
    await embedded?.stop();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await fs.realpath(process.argv[1])).href) {
  const code = await main(process.argv.slice(2)).then(() => 0, reportStartupError);
  // the engine leaves the ten-second timer of its lock behind, which would hold the process
  process.stdout.write("", () => process.exit(code));
}
