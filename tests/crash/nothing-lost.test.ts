import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { loadMail, sendMails } from "#tests/support/mail-load";
import { useDatabase } from "#tests/support/use-database";
import { ProductProcess, type Role } from "./product";
import { seeded } from "./random";
import { startSink } from "./sink";
import { startWatch } from "./watch";

useDatabase();

const MAILS = 300;
const WAVE = 10;
const REPLIES = 60;
const WORKER_SLOTS = 6; // jobs that a worker has in its hands at most
const KILLS: Role[] = ["worker", "worker", "worker", "worker", "mail", "mail", "mail", "web", "web", "web"];
const LOAD = { run: "crash" };

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const random = seeded(seed);
const kills: { role: Role; at: number }[] = [];
let processes: ProductProcess[] = [];
let sink: Awaited<ReturnType<typeof startSink>>;
const of = (role: Role) => processes.filter((each) => each.role === role);

beforeAll(async () => {
  sink = await startSink(() => random.between(0, 200));
  const env = { SMTP_URL: sink.url, SPORTELLO_DEMO: "0", LOG_LEVEL: "silent", PG_POOL: "6", RESEND_API_KEY: "" };
  const roles: Role[] = ["web", "web", "worker", "worker", "mail", "mail"];
  processes = await Promise.all(roles.map((role) => ProductProcess.create(role, env)));
  await Promise.all(processes.map((each) => each.start()));
});
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await sink.close();
});

test(`two processes of each role, killed at random (CRASH_SEED=${seed}), lose nothing and repeat only what they must`, async () => {
  const watch = startWatch();
  onTestFinished(watch.stop);
  let storm = true;
  const stormy = () => storm;
  const accepted = sendAll();
  const replies = answerAll(stormy);
  await killSome();
  storm = false;
  await Promise.all(processes.map((each) => each.ready()));
  const mailsBySlot = await accepted;
  const sentKeys = await replies;
  await untilQuiet();
  await watch.stop();

  expect(mailsBySlot.every((count) => count > 0)).toBe(true);
  expect(sentKeys.byPort.size).toBe(2);
  expect(watch.workersAtOnce()).toBeGreaterThanOrEqual(2);
  await expectOneMessageEach();
  await expectRepliesOnce(sentKeys.done);
  await expectDeliveries(watch.sentSince);
  expect(watch.longestOrphan()).toBeLessThan(15_000);
  process.stdout.write(
    `  ${kills.length} kills, ${sink.deliveries.length} deliveries, ${repeats().length} repeats, ${watch.orphans()} jobs held by the dead, the longest for ${watch.longestOrphan()} ms\n`,
  );
  expect(await Promise.all(processes.map((each) => each.stop()))).toEqual(processes.map(() => true));
});

/** Sends every mail until it has its 250, in waves, to both receivers in turns; how many each took. */
async function sendAll(): Promise<number[]> {
  const slots = of("mail");
  const taken = slots.map(() => 0);
  let waiting = Array.from({ length: MAILS }, (_, i) => i);
  for (let wave = 0; waiting.length; wave++) {
    const slot = wave % slots.length;
    const now = waiting.splice(0, WAVE);
    const results = await Promise.all(
      now.map(async (i) => (await sendMails(slots[slot]!.port, 1, { ...LOAD, first: i, concurrency: 1 }))[0]!),
    );
    taken[slot]! += results.filter(({ accepted }) => accepted).length;
    waiting = [...waiting, ...now.filter((_, i) => !results[i]!.accepted)];
    await sleep(random.between(100, 500));
  }
  return taken;
}

/** Sara answers the newest tickets by the API, each answer again until it is confirmed. */
async function answerAll(stormy: () => boolean) {
  const { token } = await createApiToken(castCtx("sara"), { personId: cast.sara.id, name: "crash test" });
  const webs = of("web");
  const done = new Map<string, number>();
  const byPort = new Set<number>();
  for (let i = 0; done.size < REPLIES; i++) {
    const number = await nextUnanswered([...done.values()]);
    if (number === null) {
      await sleep(100);
      continue;
    }
    const key = newId();
    for (let tries = 0; !done.has(key); tries++) {
      const { port } = webs[(i + tries) % webs.length]!;
      const status = await post(port, `/api/v1/tickets/${number}/messages`, token, { text: `Answer ${i}`, key });
      if (status === 201) {
        done.set(key, number);
        byPort.add(port);
      } else if (status !== null && status < 500) throw new Error(`the answer to #${number} got ${status}`);
      else await sleep(200);
    }
    if (stormy()) await sleep(random.between(50, 400));
  }
  return { done, byPort };
}

async function nextUnanswered(answered: number[]): Promise<number | null> {
  const { rows } = await database().pool.query<{ number: number }>(
    "select number from ticket where number <> all($1::int[]) order by number desc limit 1",
    [answered],
  );
  return rows[0]?.number ?? null;
}

/** The status, or null when there was no answer. */
async function post(port: number, path: string, token: string, body: object): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    await answer.text();
    return answer.status;
  } catch {
    return null;
  }
}

async function killSome(): Promise<void> {
  for (const role of random.shuffle(KILLS)) {
    await sleep(random.between(300, 2_200));
    const victims = of(role);
    const victim = victims[Math.floor(random.next() * victims.length)]!;
    await victim.kill();
    kills.push({ role, at: Date.now() });
    void victim.start();
  }
}

/**
 * Nothing is under way any more: no mail in or out unfinished, no job due. A job whose key was given to a newer one while
 * it ran stays behind with its attempts used up when its worker dies: the newer one does the work.
 */
async function untilQuiet(): Promise<void> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const { rows } = await database().pool.query<{ mails_in: number; mails_out: number; jobs: number }>(`
      select (select count(*)::int from inbound_mail where stage <> 'done') as mails_in,
        (select count(*)::int from outbound_mail where state not in ('sent', 'suppressed')) as mails_out,
        (select count(*)::int from graphile_worker.jobs where coalesce(key, '') not like 'schedule:%' and run_at <= now()
          and attempts < max_attempts) as jobs`);
    const left = rows[0]!;
    if (left.mails_in + left.mails_out + left.jobs === 0) return;
    if (Date.now() > deadline)
      throw new Error(`still under way: ${JSON.stringify({ ...left, jobs: await listJobs() })}`);
    await sleep(250);
  }
}

async function listJobs() {
  const { rows } = await database().pool.query(
    "select task_identifier, key, attempts, last_error, run_at, locked_at, locked_by from graphile_worker.jobs order by id",
  );
  return rows;
}

/** Every mail that got its 250, which is all of them, is one message on one ticket, however often it was sent. */
async function expectOneMessageEach() {
  const { rows } = await database().pool.query<{ subject: string; tickets: number; messages: number }>(`
    select t.subject, count(distinct t.id)::int as tickets, count(m.id)::int as messages
    from ticket t join message m on m.ticket_id = t.id and m.side = 'customer' group by t.subject`);
  const found = new Map(rows.map(({ subject, tickets, messages }) => [subject, { tickets, messages }]));
  expect(found.size).toBe(MAILS);
  const wrong = Array.from({ length: MAILS }, (_, i) => loadMail(i, LOAD).subject).filter((subject) => {
    const { tickets = 0, messages = 0 } = found.get(subject) ?? {};
    return tickets !== 1 || messages !== 1;
  });
  expect(wrong).toEqual([]);
}

/** Every confirmed answer is one message on its ticket and one mail to its requester. */
async function expectRepliesOnce(done: Map<string, number>) {
  const { rows } = await database().pool.query<{ number: number; messages: number; mails: number }>(`
    select t.number, count(distinct m.id)::int as messages, count(o.id)::int as mails
    from ticket t join message m on m.ticket_id = t.id and m.side = 'agent'
    left join outbound_mail o on o.entry_id = m.id group by t.number order by t.number`);
  const expected = [...done.values()].sort((a, b) => a - b).map((number) => ({ number, messages: 1, mails: 1 }));
  expect(rows).toEqual(expected);
}

async function expectDeliveries(sentSince: Map<string, number>) {
  const { rows } = await database().pool.query<{
    message_id: string;
    recipient: string;
    attempts: number;
    state: string;
  }>("select message_id, recipient, attempts, state from outbound_mail where state <> 'suppressed'");
  const given = new Map<string, typeof sink.deliveries>();
  for (const delivery of sink.deliveries)
    given.set(delivery.messageId, [...(given.get(delivery.messageId) ?? []), delivery]);

  expect(rows.filter(({ message_id: id }) => !given.has(id))).toEqual([]);
  expect([...given.keys()].filter((id) => !rows.some((row) => row.message_id === id))).toEqual([]);
  for (const { message_id: id, recipient, attempts } of rows) {
    const times = given.get(id)!;
    expect(new Set(times.map(({ to }) => to))).toEqual(new Set([recipient]));
    expect(attempts).toBeGreaterThanOrEqual(times.length);
    for (const { at } of times)
      expect(at, `${id} was sent again after it was marked`).toBeLessThanOrEqual(sentSince.get(id)!);
  }
  const unexplained = repeats().filter(
    ({ first, second }) => !kills.some(({ role, at }) => role === "worker" && at >= first.at && at <= second.at),
  );
  expect(unexplained).toEqual([]);
  const workerKills = kills.filter(({ role }) => role === "worker").length;
  expect(repeats().length).toBeLessThanOrEqual(workerKills * WORKER_SLOTS);
}

/** Pairs of deliveries with the same Message-ID. */
function repeats() {
  const last = new Map<string, (typeof sink.deliveries)[number]>();
  return sink.deliveries.flatMap((second) => {
    const first = last.get(second.messageId);
    last.set(second.messageId, second);
    return first ? [{ first, second }] : [];
  });
}
