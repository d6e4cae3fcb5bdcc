// From the commit of a change until it can be found, at 50 changes a second through one worker.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnSync } from "node:child_process";
import path from "node:path";
import pg from "pg";
import { root } from "../../server/root.mjs";
import { startRole } from "./processes.mjs";

const PER_SECOND = 50;
const SECONDS = 30;
const WARM_UP_SECONDS = 3;
const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 60_000;

/** Milliseconds until found, sorted; what the first seconds changed does not count.
 * @param {{ url: string, dataDir: string }} options */
export async function measureLag({ url, dataDir }) {
  const client = new pg.Pool({ connectionString: url, max: 6 });
  await client.query("delete from graphile_worker._private_jobs where locked_at is null");
  await reindex(url, dataDir);
  const worker = await startRole({ role: "worker", databaseUrl: url, dataDir });
  try {
    const { rows: tickets } = await client.query(
      `select id from ticket where deleted_at is null order by id desc limit $1`,
      [PER_SECOND * 20],
    );
    /** @type {Map<string, number>} */
    const waiting = new Map();
    /** @type {number[]} */
    const lags = [];
    const looking = watch(client, waiting, lags);
    const started = performance.now();
    for (let i = 0; i < PER_SECOND * (SECONDS + WARM_UP_SECONDS); i++) {
      const due = started + (i * 1_000) / PER_SECOND;
      if (due > performance.now()) await sleep(due - performance.now());
      const counts = i >= PER_SECOND * WARM_UP_SECONDS;
      void change(client, tickets[i % tickets.length].id, i).then((id) => counts && waiting.set(id, performance.now()));
    }
    const achieved = (PER_SECOND * (SECONDS + WARM_UP_SECONDS) * 1_000) / (performance.now() - started);
    await looking.end();
    lags.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
    return { achieved, changes: lags.length, p50: at(0.5), p95: at(0.95), longest: lags.at(-1) ?? 0 };
  } finally {
    await worker.stop();
    await client.end();
  }
}

/** A message on a ticket, written down for the index as the end of every command does it; gives its document's id.
 * @param {pg.Pool} client @param {string} ticketId @param {number} i */
async function change(client, ticketId, i) {
  const messageId = randomUUID();
  const connection = await client.connect();
  try {
    await connection.query("begin");
    await connection.query(
      `insert into message (id, ticket_id, kind, side, channel, text, sent_at)
       values ($1, $2, 'public', 'customer', 'portal', $3, now())`,
      [messageId, ticketId, `The impeller of pump ${i} rattles since Monday and the pressure falls below two bar.`],
    );
    await connection.query("update ticket set public_at = now(), activity_at = now() where id = $1", [ticketId]);
    await connection.query("select search_changed('postgres', array['ticket:' || $1::text], now())", [ticketId]);
    await connection.query("commit");
  } finally {
    connection.release();
  }
  return `message:${messageId}`;
}

/** Looks again and again which of the documents are there.
 * @param {pg.Pool} client @param {Map<string, number>} waiting @param {number[]} lags */
function watch(client, waiting, lags) {
  let ending = false;
  const done = (async () => {
    const until = () => performance.now() + PATIENCE_MS;
    for (let end = Infinity; performance.now() < end;) {
      const { rows } = await client.query("select id from search_document where id = any($1)", [[...waiting.keys()]]);
      for (const { id } of rows) {
        lags.push(performance.now() - (waiting.get(id) ?? 0));
        waiting.delete(id);
      }
      if (ending && !waiting.size) return;
      if (ending && end === Infinity) end = until();
      await sleep(LOOK_EVERY_MS);
    }
    throw new Error(`${waiting.size} changes cannot be found after a minute`);
  })();
  return {
    async end() {
      await sleep(200);
      ending = true;
      await done;
    },
  };
}

/** The index over all that the database holds. @param {string} url @param {string} dataDir */
async function reindex(url, dataDir) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: url,
    SPORTELLO_SECRET: "a secret of the benchmark, of more than forty letters",
    SPORTELLO_DATA: path.join(dataDir, "application"),
  };
  const { status } = spawnSync(process.execPath, [path.join(root, "bin/sportello.mjs"), "reindex"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status) throw new Error(`reindex ended with ${status}`);
}
