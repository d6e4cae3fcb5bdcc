// One receiver and its workers on a loaded database, with 200 rules and a name server of the bench's own.
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startDnsStub } from "../../support/dns-stub.mjs";
import { leaveIndex } from "../leave-index.mjs";
import { memoryOf, startRole } from "../processes.mjs";
import { sendMails } from "../smtp.mjs";
import { composeMail, senderZone } from "./mix.mjs";
import { saveMailRules } from "./rules.mjs";

const CONNECTIONS = 8;
const PATIENCE_MS = 600_000;
const FIRST_MAILS = 300;
const OWN_NETWORK =
  /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;

/** @typedef {Awaited<ReturnType<typeof openMailSite>>} MailSite */

/** Starts the processes, and takes in the first mails, which others answer.
 * @param {{ url: string, dataDir: string, workers: number }} options */
export async function openMailSite({ url, dataDir, workers }) {
  const client = new pg.Pool({ connectionString: url, max: 4 });
  await client.query("delete from graphile_worker._private_jobs where locked_at is null");
  await leaveIndex(client);
  await saveMailRules(client);
  const run = `b${Date.now().toString(36)}`;
  const host = strangersAddress() ?? "127.0.0.1";
  const dns = await startDnsStub(senderZone(host, run));
  const common = { databaseUrl: url, dataDir, env: { MAIL_DNS: dns.address, MAIL_SMTP_HOST: host } };
  const receiver = await startRole({ role: "mail", ...common });
  const team = [];
  for (let i = 0; i < workers; i++) team.push(await startRole({ role: "worker", ...common }));
  // One address may send 1,000 mails in ten minutes; the bench stands for many.
  const unlimited = setInterval(() => {
    client.query("delete from rate_window where key like 'smtp:%'").catch(() => undefined);
  }, 1_000);

  const site = {
    client,
    run,
    host,
    port: receiver.port,
    /** Whether senders are strangers, of whom SPF is asked. */
    hasSpf: host !== "127.0.0.1",
    pids: { receiver: receiver.pid, workers: team.map(({ pid }) => pid) },
    memory: () => ({ receiver: memoryOf(receiver.pid), worker: Math.max(...team.map(({ pid }) => memoryOf(pid))) }),
    /** @type {import("./mix.mjs").Answered[]} */
    answered: [],
    /** @param {number} from @param {number} to */
    compose: async (from, to) => {
      const mails = [];
      for (let i = from; i < to; i++) mails.push(await composeMail(i, run, site.answered));
      return mails;
    },
    /** Sends the mails, and resolves when each is visible. Milliseconds until the last was accepted, and until the end.
     * @param {import("./mix.mjs").Mail[]} mails */
    async deliver(mails) {
      const started = performance.now();
      await sendMails({ host, port: receiver.port, mails, connections: CONNECTIONS });
      const accepted = performance.now() - started;
      await settle(client);
      const visible = performance.now() - started;
      const seen = await countVisible(client, mails);
      if (seen < mails.length) throw new Error(`only ${seen} of ${mails.length} mails became messages`);
      return { accepted, visible };
    },
    async close() {
      clearInterval(unlimited);
      for (const process of [...team, receiver]) await process.stop();
      await dns.stop();
      await client.end();
    },
  };
  try {
    const first = await site.compose(0, FIRST_MAILS);
    await site.deliver(first);
    site.answered = await whatToAnswer(client, first);
    return site;
  } catch (error) {
    await site.close();
    throw error;
  }
}

/** No mail is left that the worker has not taken to its end. @param {pg.Pool} client */
async function settle(client) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20)) {
    const { rows } = await client.query(
      "select exists (select 1 from inbound_mail where stage not in ('held', 'done', 'failed')) as waiting",
    );
    if (!rows[0].waiting) return;
  }
  throw new Error("mails wait for too long");
}

const HASHES = `select encode(substring(sha256(convert_to(trim(both '<>' from id), 'UTF8')) for 16), 'hex')::uuid
  from unnest($1::text[]) id`;

/** @param {pg.Pool} client @param {import("./mix.mjs").Mail[]} mails @returns {Promise<number>} */
export async function countVisible(client, mails) {
  const { rows } = await client.query(
    `select count(*)::int as n from thread_key k join message m on m.id = k.entry_id where k.id_hash in (${HASHES})`,
    [mails.map(({ messageId }) => messageId)],
  );
  return rows[0].n;
}

/** Half of what customers answer to is their own mail, half our receipt, whose Message-ID is a key.
 * @param {pg.Pool} client @param {import("./mix.mjs").Mail[]} mails */
async function whatToAnswer(client, mails) {
  const { rows } = await client.query(
    `select o.message_id as "messageId", o.recipient as sender from outbound_mail o
     where o.recipient = any($1) and o.template = 'receipt'`,
    [mails.map(({ sender }) => sender)],
  );
  const receipts = new Map(rows.map((row) => [row.sender, row]));
  return mails.map((mail, i) => (i % 2 && receipts.get(mail.sender)) || mail);
}

/** An address of this machine that does not count as one's own network. */
function strangersAddress() {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ address, internal }) => !internal && !OWN_NETWORK.test(address))?.address;
}
