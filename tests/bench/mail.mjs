// Mail in: from the first 250 to the last message that can be seen; memory on the way; and a very large mail among small.
import { composeLargeMail } from "./mail/mix.mjs";
import { openMailSite } from "./mail/site.mjs";
import { watchDelays } from "./mail/delays.mjs";
import { cpuOf } from "./processes.mjs";
import { openSmtp } from "./smtp.mjs";

const LARGE_BYTES = 25 * 1024 * 1024 - 4_096;
const CHUNK = 500;

/** Everything about mail that comes in, as rows of the table and whole.
 * @param {{ url: string, dataDir: string, mails: number, memoryMails: number, say: (text: string) => void }} options */
export async function measureMail({ url, dataDir, mails, memoryMails, say }) {
  /** @type {import("./report.mjs").Row[]} */
  const rows = [];
  const throughput = [];
  for (const workers of [1, 2]) {
    const result = await measureMailIn({ url, dataDir, mails, workers });
    throughput.push(result);
    const { joined, verified, spf, workerMs, receiverMs } = result;
    const checked = `${spf ? "SPF of all, " : ""}DKIM of ${percent(verified)}, ${percent(joined)} joined`;
    say(`${result.perSecond.toFixed(0)} mails/s with ${workers} worker(s): ${checked}`);
    rows.push({
      what: `mail in, ${workers} worker${workers > 1 ? "s" : ""}, 200 rules`,
      value: result.perSecond,
      unit: "mails/s",
      budget: workers === 1 ? { least: 100 } : null,
      note: `${checked}; CPU per mail ${workerMs.toFixed(1)} + ${receiverMs.toFixed(1)} ms`,
    });
  }
  const memory = await measureMailMemory({ url, dataDir, mails: memoryMails });
  for (const process of /** @type {const} */ (["worker", "receiver"])) {
    const sizes = memory.map((sample) => sample[process]);
    rows.push({
      what: `${process}: memory after ${memoryMails.toLocaleString("en")} mails against a quarter of them`,
      value: (sizes.at(-1) ?? 0) / (sizes[0] ?? 1),
      unit: "×",
      budget: { most: 1.2 },
      note: memory.map((sample) => `${sample[process].toFixed(0)} MB at ${sample.mails}`).join(", "),
    });
  }
  const large = await measureLargeMail({ url, dataDir });
  rows.push(
    {
      what: "mail of 25 MB: 250 to visible",
      value: large.seconds,
      unit: "s",
      budget: { most: 3 },
      note: `taken in ${large.accepting.toFixed(1)} s`,
    },
    {
      what: "small mails meanwhile: longest to visible",
      value: large.meanwhile.longest,
      unit: "ms",
      budget: { most: 1_000 },
      note: `${large.before.longest.toFixed(0)} ms without; 250 within ${large.meanwhile.longestAccepting.toFixed(0)} ms`,
    },
  );
  return { rows, details: { throughput, memory, large } };
}

const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}%`;

/** @typedef {{ workers: number, mails: number, perSecond: number, acceptedPerSecond: number, joined: number,
 *   verified: number, spf: boolean, workerMs: number, receiverMs: number }} MailIn */

/** @param {{ url: string, dataDir: string, mails: number, workers: number }} options @returns {Promise<MailIn>} */
export async function measureMailIn({ url, dataDir, mails, workers }) {
  const site = await openMailSite({ url, dataDir, workers });
  try {
    await site.deliver(await site.compose(1_000, 1_000 + CHUNK));
    const batch = await site.compose(2_000, 2_000 + mails);
    const used = () => ({ worker: cpuOf(site.pids.workers), receiver: cpuOf([site.pids.receiver]) });
    const before = used();
    const { accepted, visible } = await site.deliver(batch);
    const after = used();
    const { rows } = await site.client.query(
      `select count(*) filter (where outcome = 'joined')::int as joined,
         count(*) filter (where auth -> 'dkim' -> 0 ->> 'result' = 'pass')::int as verified
       from inbound_mail where message_id = any($1)`,
      [batch.map(({ messageId }) => messageId.slice(1, -1)).flatMap((id) => [id, `<${id}>`])],
    );
    return {
      workers,
      mails,
      perSecond: (mails / visible) * 1000,
      acceptedPerSecond: (mails / accepted) * 1000,
      joined: rows[0].joined / mails,
      verified: rows[0].verified / mails,
      spf: site.hasSpf,
      workerMs: (after.worker - before.worker) / mails,
      receiverMs: (after.receiver - before.receiver) / mails,
    };
  } finally {
    await site.close();
  }
}

/** Resident megabytes after a quarter, a half and all of the mails.
 * @param {{ url: string, dataDir: string, mails: number }} options */
export async function measureMailMemory({ url, dataDir, mails }) {
  const site = await openMailSite({ url, dataDir, workers: 1 });
  try {
    const samples = [];
    const marks = [mails / 4, mails / 2, mails];
    for (let done = 0; done < mails;) {
      const upTo = Math.min(done + CHUNK, marks.find((mark) => mark > done) ?? mails);
      await site.deliver(await site.compose(10_000 + done, 10_000 + upTo));
      done = upTo;
      if (marks.includes(done)) samples.push({ mails: done, ...site.memory() });
    }
    return samples;
  } finally {
    await site.close();
  }
}

/** Seconds until a mail of 25 MB can be seen after its 250, and the longest that a small mail took meanwhile and before.
 * @param {{ url: string, dataDir: string }} options */
export async function measureLargeMail({ url, dataDir }) {
  const site = await openMailSite({ url, dataDir, workers: 1 });
  try {
    const before = await watchDelays(site, 100_000, async () => pause(3_000));
    const mail = composeLargeMail(LARGE_BYTES, site.run);
    let accepting = 0;
    let seconds = 0;
    const meanwhile = await watchDelays(site, 200_000, async (seen) => {
      const talk = await openSmtp(site.host, site.port);
      const began = performance.now();
      await talk.send(mail);
      const accepted = performance.now();
      accepting = (accepted - began) / 1000;
      await seen(mail.messageId);
      seconds = (performance.now() - accepted) / 1000;
      await talk.quit();
      await pause(500);
    });
    return { bytes: mail.text.length, accepting, seconds, before, meanwhile, memory: site.memory() };
  } finally {
    await site.close();
  }
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
