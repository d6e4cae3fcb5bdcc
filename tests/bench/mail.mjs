// Mail in: from the first 250 to the last ticket that can be seen, with one worker process and with two.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { sendMails } from "./smtp.mjs";
import { startRole } from "./processes.mjs";

const WARM_UP = 100;
const CONNECTIONS = 8;
const PATIENCE_MS = 300_000;

/** @typedef {{ workers: number, mails: number, perSecond: number, acceptedPerSecond: number }} MailIn */

/** @param {{ url: string, dataDir: string, mails: number, workers: number }} options @returns {Promise<MailIn>} */
export async function measureMailIn({ url, dataDir, mails, workers }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("delete from graphile_worker._private_jobs where locked_at is null");
  const common = { databaseUrl: url, dataDir };
  const running = [await startRole({ role: "mail", ...common })];
  for (let i = 0; i < workers; i++) running.push(await startRole({ role: "worker", ...common }));
  const [mail] = running;
  try {
    const run = `bench${Date.now()}`;
    const visible = async (/** @type {number} */ from, /** @type {number} */ to) => {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        const { rows } = await client.query(
          `select count(*)::int as n from thread_key k join message m on m.id = k.entry_id
           where k.id_hash = any(select encode(substring(sha256(convert_to($1 || '.' || i || '@shop' || i % 500 || '.example', 'UTF8')) for 16), 'hex')::uuid
             from generate_series($2::int, $3::int - 1) i)`,
          [run, from, to],
        );
        if (rows[0].n >= to - from) return;
        if (Date.now() > deadline) throw new Error(`only ${rows[0].n} of ${to - from} mails became tickets`);
        await sleep(50);
      }
    };
    const port = mail?.port ?? 0;
    await sendMails({ port, from: 0, to: WARM_UP, connections: CONNECTIONS, run });
    await visible(0, WARM_UP);
    const started = performance.now();
    await sendMails({ port, from: WARM_UP, to: WARM_UP + mails, connections: CONNECTIONS, run });
    const accepted = performance.now();
    await visible(WARM_UP, WARM_UP + mails);
    const seconds = (/** @type {number} */ until) => (until - started) / 1000;
    return {
      workers,
      mails,
      perSecond: mails / seconds(performance.now()),
      acceptedPerSecond: mails / seconds(accepted),
    };
  } finally {
    for (const process of running.reverse()) await process.stop();
    await client.end();
  }
}
