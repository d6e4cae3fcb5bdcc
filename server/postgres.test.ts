import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPostmaster } from "./postgres/process.mjs";
import { ensurePostgres } from "./postgres.mjs";

const run = promisify(execFile);
let dataDir: string;
let cluster: string;

beforeAll(async () => {
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), "sportello-postgres-"));
  await fs.chmod(dataDir, 0o711);
  cluster = path.join(dataDir, "postgres/cluster");
});
afterAll(async () => {
  const running = await readPostmaster(cluster);
  if (running) process.kill(running.pid, "SIGQUIT");
  await fs.rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const open = () => ensurePostgres({ dataDir });

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function gone(pid: number) {
  for (let tries = 0; tries < 200; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test("several at once share one server; the last one out stops it", async () => {
  const servers = await Promise.all([open(), open(), open()]);
  expect(new Set(servers.map(({ port }) => port)).size).toBe(1);
  const url = servers[0]?.url ?? "";
  expect(await query(url, "select lower('ЩУКА') as lower, current_setting('jit') as jit")).toEqual([
    { lower: "щука", jit: "off" },
  ]);
  const stopped = [];
  for (const server of servers) stopped.push(await server.stop());
  expect(stopped).toEqual([false, false, true]);
  expect(await readPostmaster(cluster)).toBeNull();
});

test("all leaving at the same moment still stop it", async () => {
  const servers = await Promise.all([open(), open(), open()]);
  const stopped = await Promise.all(servers.map((server) => server.stop()));
  expect(stopped.filter(Boolean)).toHaveLength(1);
});

test("the password is random and readable by the owner alone", async () => {
  const stat = await fs.stat(path.join(cluster, "sportello.password"));
  expect(stat.mode & 0o777).toBe(0o600);
  const server = await open();
  const url = new URL(server.url);
  expect(url.password.length).toBeGreaterThanOrEqual(32);
  url.password = "postgres";
  await expect(query(String(url), "select 1")).rejects.toMatchObject({ code: "28P01" });
  await server.stop();
});

test("a server that is killed comes back on the same port with everything that was committed", async () => {
  const server = await open();
  await query(server.url, "create table kept (id int); insert into kept values (1)");
  const { pid } = (await readPostmaster(cluster)) ?? { pid: 0 };
  process.kill(pid, "SIGKILL");
  await gone(pid);
  let rows: unknown;
  for (let tries = 0; tries < 100 && !rows; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    rows = await query(server.url, "select id from kept").catch(() => undefined);
  }
  expect(rows).toEqual([{ id: 1 }]);
  expect(await server.stop()).toBe(true);
});

test("a killed server that cannot start for a while comes back when it can", async () => {
  const server = await open();
  const running = await readPostmaster(cluster);
  const control = path.join(cluster, "global/pg_control");
  await fs.rename(control, `${control}.away`);
  process.kill(running?.pid ?? 0, "SIGKILL");
  // Longer than one attempt takes to give up.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await readPostmaster(cluster)).toBeNull();
  await fs.rename(`${control}.away`, control);
  const answers = () => query(server.url, "select 1 as one").catch(() => null);
  for (let tries = 0; tries < 100 && !(await answers()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await answers()).toEqual([{ one: 1 }]);
  await server.stop();
}, 40_000);

test("a process that was killed leaves a server that the next one joins and stops", async () => {
  const script = `const { ensurePostgres } = await import(${JSON.stringify(path.resolve("server/postgres.mjs"))});
    await ensurePostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.kill(process.pid, "SIGKILL");`;
  await expect(run(process.execPath, ["--input-type=module", "-e", script])).rejects.toMatchObject({
    signal: "SIGKILL",
  });
  const server = await open();
  expect(server.started).toBe(false);
  expect(await server.stop()).toBe(true);
});

test("a cluster of another version is refused and left alone", async () => {
  const file = path.join(cluster, "PG_VERSION");
  const original = await fs.readFile(file, "utf8");
  for (const version of ["99", "14"]) {
    await fs.writeFile(file, `${version}\n`);
    await expect(open()).rejects.toThrow(`is of PostgreSQL ${version}, this program brings PostgreSQL`);
  }
  await fs.writeFile(file, original);
});

test("a data directory that cannot be made is refused in one sentence", async () => {
  const file = path.join(dataDir, "a-file");
  await fs.writeFile(file, "");
  await expect(ensurePostgres({ dataDir: path.join(file, "data") })).rejects.toMatchObject({
    name: "StartupError",
    message: expect.stringMatching(/cannot be written .* set SPORTELLO_DATA/),
  });
});
