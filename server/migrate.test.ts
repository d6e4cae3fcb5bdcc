import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDb, freshDb } from "#tests/support/db";
import { deployApart } from "./migrate/deploy-apart.mjs";
import { create, deploy, diffDb, status } from "./migrate.mjs";

let db: FreshDb;
let folder: string;

beforeAll(async () => {
  db = await freshDb();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "migrate-"));
});
afterAll(async () => {
  await db.drop();
  await fs.rm(folder, { recursive: true, force: true });
});

async function query(sql: string) {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function write(name: string, text: string) {
  await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await fs.writeFile(path.join(folder, name), text);
}

test("after deploy the schema files and the database say the same", async () => {
  expect(await status(db.url)).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
  expect(await diffDb(db.url)).toBe("");
  expect(await create(db.url, "nothing")).toBeNull();
});

test("the job queue's own tables are there", async () => {
  expect(await query("select to_regproc('graphile_worker.add_job') is not null as there")).toEqual([{ there: true }]);
});

test("a database of a newer version is refused in one sentence", async () => {
  const row = "gen_random_uuid()::text, 'x', now(), '99991231000000_later', 1";
  await query(
    `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values (${row})`,
  );
  await expect(deployApart(db.url)).rejects.toThrow(/newer version of Sportello \(99991231000000_later\)/);
  await query("delete from _prisma_migrations where migration_name = '99991231000000_later'");
  expect(await deployApart(db.url)).toEqual([]);
});

test("writes a migration from the schema, applies it once, and leaves nothing of one that fails", async () => {
  const folders = { schema: folder };
  const scratch = `migrate_${path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "_")}`;
  const url = new URL(db.url);
  url.pathname = `/${scratch}`;
  await query(`create database ${scratch} template template0`);
  try {
    await write("schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n');
    await write(
      "models/thing.prisma",
      "model Thing {\n  id Int @id\n  tags String[]\n\n  @@index([tags], type: Gin)\n}\n",
    );
    const written = await create(String(url), "things", folders);
    expect(await fs.readFile(path.join(written ?? "", "migration.sql"), "utf8")).toContain('CREATE TABLE "Thing"');

    const both = await Promise.all([deploy(String(url), folders), deploy(String(url), folders)]);
    expect(both.flat()).toEqual([path.basename(written ?? "")]);
    expect(await diffDb(String(url), folders)).toBe("");

    await write("migrations/29990101000000_bad/migration.sql", "create table half (id int);\nselect 1/0;\n");
    await expect(deploy(String(url), folders)).rejects.toThrow(/division by zero/);
    expect((await status(String(url), folders)).failed).toEqual(["29990101000000_bad"]);
    const client = new pg.Client({ connectionString: String(url) });
    await client.connect();
    expect((await client.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
    await client.end();
  } finally {
    await query(`drop database ${scratch} with (force)`);
  }
});

test("a process killed in the middle of a migration is made good by the next", async () => {
  const name = "20200101000000_interrupted";
  const folders = { schema: folder, migrations: path.join(folder, "interrupted") };
  const scratch = `interrupted_${path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "_")}`;
  const url = new URL(db.url);
  url.pathname = `/${scratch}`;
  await query(`create database ${scratch} template template0`);
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  try {
    await write(`interrupted/${name}/migration.sql`, "create table once (id int);\n");
    expect(await deploy(String(url), folders)).toEqual([name]);
    const readRow = async () =>
      (
        await client.query(
          "select finished_at is not null as done, logs from _prisma_migrations where rolled_back_at is null",
        )
      ).rows;
    expect(await readRow()).toEqual([{ done: true, logs: "script committed" }]);

    // killed after the script's commit
    await client.query("update _prisma_migrations set finished_at = null");
    expect((await status(String(url), folders)).failed).toEqual([]);
    expect(await deploy(String(url), folders)).toEqual([]);
    expect(await readRow()).toEqual([{ done: true, logs: null }]);

    // killed before it
    await client.query("update _prisma_migrations set finished_at = null, logs = null");
    await client.query("drop table once");
    expect(await deploy(String(url), folders)).toEqual([name]);
    expect((await client.query("select count(*)::int as n from once")).rows).toEqual([{ n: 0 }]);
  } finally {
    await client.end();
    await query(`drop database ${scratch} with (force)`);
  }
});
