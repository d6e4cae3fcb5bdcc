import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { registry } from "~/jobs/registry.server";
import { newId } from "~/lib/id";
import { database, disconnect } from "~/platform/db.server";
import { startTcpProxy, type TcpProxy } from "#tests/support/tcp-proxy";
import { useDatabase } from "#tests/support/use-database";
import { startWorker } from "./worker.server";

useDatabase({ cast: false });

/** One job of each lane, with a payload that its handler never sees. */
const LANES = {
  "tickets.assign": () => ({ queueId: newId() }),
  "mail.deliver": () => ({ outboundId: newId() }),
  "sla.webhook": () => ({ eventId: newId(), action: 0 }),
};
const names = Object.keys(LANES) as (keyof typeof LANES)[];

let proxy: TcpProxy;
/** Reaches the database beside the proxy. */
let direct: pg.Client;
let worker: { stop(): Promise<void> } | undefined;
/** Told before the handler of a job ends. */
let hold: () => Promise<void>;
const begun: string[] = [];

beforeAll(async () => {
  const url = new URL(process.env.DATABASE_URL!);
  direct = new pg.Client({ connectionString: String(url) });
  await direct.connect();
  proxy = await startTcpProxy(Number(url.port));
  url.port = String(proxy.port);
  process.env.DATABASE_URL = String(url);
});
beforeEach(async () => {
  begun.length = 0;
  hold = () => Promise.resolve();
  for (const name of names)
    vi.spyOn(registry.get(name)!, "run").mockImplementation(async () => {
      begun.push(name);
      await hold();
    });
  worker = await startWorker({ sweepMs: 500 });
  // A lane that has run a job knows the numbers of its kinds of jobs.
  await add(1);
  await until(async () => (await waiting()).all === 0, 10);
  // Until the look that follows a job's end is over.
  await sleep(700);
  begun.length = 0;
});
afterEach(async () => {
  proxy.cut();
  await worker?.stop();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await disconnect();
  await proxy.close();
  await direct.end();
});

async function add(count: number): Promise<void> {
  for (const name of names)
    for (let i = 0; i < count; i++)
      await direct.query("select graphile_worker.add_job($1::text, $2::json)", [name, JSON.stringify(LANES[name]())]);
}

const ours = "where task_id in (select id from graphile_worker._private_tasks where identifier = any($1))";
async function waiting(): Promise<{ all: number; locked: number }> {
  const statement = `select count(*)::int as all, count(locked_at)::int as locked from graphile_worker._private_jobs ${ours}`;
  return (await direct.query<{ all: number; locked: number }>(statement, [names])).rows[0]!;
}

async function until(what: () => Promise<boolean> | boolean, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${JSON.stringify(await waiting())}`);
    await sleep(50);
  }
}

test("jobs whose lock was committed and never told of run once the connection is back, in every lane", async () => {
  // Connections enough that nobody has to make a new one, which would hear answers.
  await Promise.all(Array.from({ length: 8 }, () => database().pool.query("select pg_sleep(0.1)")));
  proxy.mute();
  await add(3);
  await until(async () => (await waiting()).locked === 9, 10);
  proxy.cut();
  expect(begun).toEqual([]);
  await until(async () => (await waiting()).all === 0, 20);
  expect(begun.sort()).toEqual(names.flatMap((name) => [name, name, name]).sort());
}, 60_000);

test("when the ends of jobs cannot be written, every lane goes on, and stopping does not wait for ever", async () => {
  const gates: (() => void)[] = [];
  hold = () => new Promise((resolve) => gates.push(resolve));
  await add(2);
  await until(() => gates.length === 6, 10);
  hold = () => Promise.resolve();
  proxy.mute();
  // Two writes on the way at the same time in each lane, of which no answer comes.
  for (const open of gates.filter((_, i) => i % 2)) open();
  await sleep(50);
  for (const open of gates) open();
  await sleep(50);
  proxy.cut();
  await add(20);
  await until(async () => (await waiting()).all === 0, 20);
  expect(new Set(begun)).toEqual(new Set(names));

  proxy.mute();
  await add(1);
  proxy.cut();
  await worker!.stop();
  worker = undefined;
  expect((await waiting()).locked).toBe(0);
}, 60_000);
