// How long small mails take that arrive one after another while something else happens.
import { setTimeout as sleep } from "node:timers/promises";
import { openSmtp } from "../smtp.mjs";
import { composeMail } from "./mix.mjs";
import { countVisible } from "./site.mjs";

const EVERY_MS = 100;
const LOOK_MS = 15;
const PATIENCE_MS = 60_000;

/**
 * Milliseconds from 250 to visible of the slowest and the usual small mail, and of the slowest acceptance, sent ten times
 * a second while `act` runs. `act` gets a function that waits until a mail of its own is visible.
 * @param {import("./site.mjs").MailSite} site @param {number} from number of the first mail
 * @param {(seen: (messageId: string) => Promise<void>) => Promise<unknown>} act
 */
export async function watchDelays(site, from, act) {
  const delays = /** @type {number[]} */ ([]);
  const accepting = /** @type {number[]} */ ([]);
  const seen = async (/** @type {string} */ messageId) => {
    const mail = { messageId, sender: "", recipient: "", text: "" };
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_MS))
      if (await countVisible(site.client, [mail])) return;
    throw new Error(`${messageId} does not become visible`);
  };
  let acting = true;
  const talk = await openSmtp(site.host, site.port);
  const sending = (async () => {
    const waiting = [];
    for (let i = from; acting; i++) {
      const mail = await composeMail(i, site.run, site.answered);
      const began = performance.now();
      await talk.send(mail);
      const taken = performance.now();
      accepting.push(taken - began);
      waiting.push(seen(mail.messageId).then(() => delays.push(performance.now() - taken)));
      await sleep(EVERY_MS);
    }
    await Promise.all(waiting);
  })();
  try {
    await act(seen);
  } finally {
    acting = false;
    await sending;
    await talk.quit();
  }
  const sorted = delays.sort((a, b) => a - b);
  return {
    mails: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longest: sorted.at(-1) ?? 0,
    longestAccepting: Math.max(0, ...accepting),
  };
}
