import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { newId } from "~/lib/id";
import { forgetConfig } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { registry } from "~/jobs/registry.server";
import { enqueue } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { useDatabase } from "#tests/support/use-database";
import { startWorker } from "./worker.server";

useDatabase({ cast: false });

/** Message-IDs in the order in which the sink was given them; the first is never answered. */
const attempts: string[] = [];
let stalled: (() => void)[] = [];
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => {
        attempts.push(/^Message-ID:\s*(\S+)/im.exec(String(Buffer.concat(chunks)))?.[1] ?? "");
        if (attempts.length > 1) done();
        else stalled.push(done);
      });
  },
});
beforeAll(async () => {
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`;
  forgetConfig();
});
afterAll(async () => {
  delete process.env.SMTP_URL;
  forgetConfig();
  for (const done of stalled) done();
  stalled = [];
  await new Promise<void>((resolve) => sink.close(() => resolve()));
});

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

async function spawnWorker(): Promise<ChildProcess> {
  const started = spawn(process.execPath, ["tests/support/run-worker.mjs"], {
    env: { ...process.env, NODE_ENV: "test", VITEST: "", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(started.stdout!, "data");
  return started;
}

const until = async (what: () => Promise<boolean> | boolean, seconds: number) => {
  const end = Date.now() + seconds * 1_000;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s`);
    await sleep(100);
  }
};

test("a killed worker's job restarts within 15 seconds and its mail goes out with the same Message-ID", async () => {
  const { prisma, pool } = database();
  child = await spawnWorker();
  const { id, messageId } = await queueMail(systemCtx(), {
    template: "solved",
    props: { number: 1, subject: "Pump", url: "https://help.example/tickets/1" },
    locale: "en",
    to: { address: "hana@tanaka.example", name: "Hana" },
  });
  await until(() => attempts.length === 1, 20);
  const survivor = await startWorker();
  const processes = await prisma.workerProcess.findMany();
  expect(processes.map((p) => p.workerIds.length)).toEqual([3, 3]); // one a lane

  child.kill("SIGKILL");
  const restarted = async () =>
    (
      await pool.query(
        "select 1 from graphile_worker._private_jobs where key is not distinct from $1 or locked_by = any($2)",
        [`mail.deliver:${id}`, processes.at(-1)!.workerIds],
      )
    ).rowCount === 1;
  await until(restarted, 15);
  await until(() => attempts.length === 2, 20);
  await until(async () => (await prisma.outboundMail.findUniqueOrThrow({ where: { id } })).state === "sent", 5);
  expect(attempts).toEqual([messageId, messageId]);
  expect(await prisma.workerProcess.count()).toBe(1);

  await survivor.stop();
  expect(await prisma.workerProcess.count()).toBe(0);
}, 90_000);

test("a stopped worker leaves nothing locked", async () => {
  const worker = await startWorker();
  const queued = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      queueMail(systemCtx(), {
        template: "solved",
        props: { number: i + 1, subject: "Pump", url: "https://help.example/tickets/1" },
        locale: "en",
        to: { address: `hana${i}@tanaka.example`, name: "Hana" },
      }),
    ),
  );
  await sleep(30);
  await worker.stop();
  const { rows } = await database().pool.query(
    "select count(*)::int as n from graphile_worker._private_jobs where locked_at is not null",
  );
  expect(rows).toEqual([{ n: 0 }]);
  const states = await database().prisma.outboundMail.groupBy({
    by: ["state"],
    where: { id: { in: queued.map((mail) => mail.id) } },
    orderBy: { state: "asc" },
    _count: true,
  });
  expect(states.map(({ state }) => state).every((state) => state === "sent" || state === "queued")).toBe(true);
});

test("a worker that stops before a backlog gives back what it fetched and did not begin, without an error", async () => {
  const { pool } = database();
  const queueId = newId();
  await database().prisma.queue.create({ data: { id: queueId, name: "Backlog", position: 1 } });
  const holder = await pool.connect();
  await holder.query("begin");
  await holder.query("select 1 from queue where id = $1 for update", [queueId]);
  const errors = vi.spyOn(log, "error");
  const worker = await startWorker();
  for (let i = 0; i < 30; i++) await enqueue(systemCtx(), "tickets.assign", { queueId }, { key: `backlog ${i}` });
  const backlog = async () =>
    (
      await pool.query<{ locked: number; left: number; attempts: number }>(
        `select count(locked_at)::int as locked, count(*)::int as left, max(attempts)::int as attempts
         from graphile_worker._private_jobs where key like 'backlog %'`,
      )
    ).rows[0]!;
  // Six jobs wait for the queue's row, others have been fetched behind them.
  await until(async () => (await backlog()).locked > 6, 10);
  const stopped = worker.stop();
  await sleep(200);
  await holder.query("rollback");
  holder.release();
  await stopped;
  expect(errors.mock.calls).toEqual([]);
  const { locked, left, attempts } = await backlog();
  expect({ locked, attempts }).toEqual({ locked: 0, attempts: 0 });
  expect(left).toBeGreaterThan(15);
  errors.mockRestore();
}, 30_000);

test("a job whose queue was busy when it was added begins when that is free, without a look at all jobs", async () => {
  let [begun, running, most] = [0, 0, 0];
  const post = vi.spyOn(registry.get("sla.webhook")!, "run").mockImplementation(async () => {
    begun++;
    most = Math.max(most, ++running);
    await sleep(200);
    running--;
  });
  const worker = await startWorker({ pollMs: 120_000 });
  for (let i = 0; i < 4; i++) {
    await enqueue(systemCtx(), "sla.webhook", { eventId: newId(), action: i }, { queue: "one by one" });
    await until(() => begun > i, 10);
  }
  await worker.stop();
  post.mockRestore();
  expect(most).toBe(1);
}, 60_000);

test("machines elsewhere that do not answer hold up nothing but what is for them", async () => {
  let answer = () => {};
  const silence = new Promise<void>((resolve) => (answer = resolve));
  const spies = ["sla.webhook", "mail.deliver"].map((name) =>
    vi.spyOn(registry.get(name)!, "run").mockImplementation(() => silence),
  );
  const inTime = vi.spyOn(registry.get("tickets.wake-queues")!, "run").mockResolvedValue(undefined);
  const worker = await startWorker();
  for (let i = 0; i < 20; i++) {
    await enqueue(systemCtx(), "sla.webhook", { eventId: newId(), action: i });
    await enqueue(systemCtx(), "mail.deliver", { outboundId: newId() });
  }
  const busy = () => spies.map(({ mock }) => mock.calls.length);
  await until(() => busy()[0]! >= 2 && busy()[1]! >= 4, 10);
  await enqueue(systemCtx(), "tickets.wake-queues", {}, { key: "in time" });
  await until(() => inTime.mock.calls.length > 0, 10);
  expect(busy()).toEqual([2, 4]);
  answer();
  await until(() => busy().every((n) => n >= 20), 10);
  await worker.stop();
  for (const spy of [...spies, inTime]) spy.mockRestore();
}, 60_000);

test("after its last try a job says what follows, once", async () => {
  const ticket = newId();
  const eventId = newId();
  const { prisma, pool } = database();
  const data = { targetId: ticket, kind: "resolution", cycle: 1, step: newId(), who: [], policyVersionId: newId() };
  await prisma.event.create({
    data: { id: eventId, type: "sla.escalated", at: new Date(), actorKind: "system", data },
  });
  const post = vi.spyOn(registry.get("sla.webhook")!, "run").mockRejectedValue(new Error("nobody is there"));
  const worker = await startWorker();
  await enqueue(systemCtx(), "sla.webhook", { eventId, action: 0 }, { key: "given up", maxAttempts: 1 });
  const failed = () => prisma.event.findMany({ where: { type: "sla.webhook_failed" } });
  await until(async () => (await failed()).length > 0, 10);
  await worker.stop();
  post.mockRestore();
  expect(await failed()).toMatchObject([{ data: { targetId: ticket, action: 0, status: null } }]);
  const { rows } = await pool.query("select attempts from graphile_worker._private_jobs where key = 'given up'");
  expect(rows).toEqual([{ attempts: 1 }]);
}, 30_000);
