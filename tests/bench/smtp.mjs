// A relay that has much to deliver: a few connections, one message after another, no library in the way.
import net from "node:net";

/** @typedef {(mail: import("./mail/mix.mjs").Mail, at: number) => void} OnTaken called with the moment of the 250 */

/** Sends the mails in their order over several connections and resolves when each has its 250.
 * @param {{ host: string, port: number, mails: readonly import("./mail/mix.mjs").Mail[], connections: number,
 *   onTaken?: OnTaken }} options */
export async function sendMails({ host, port, mails, connections, onTaken }) {
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const talk = await openSmtp(host, port);
      for (let mail = mails[next++]; mail; mail = mails[next++]) {
        await talk.send(mail);
        onTaken?.(mail, performance.now());
      }
      await talk.quit();
    }),
  );
}

/** One connection that has introduced itself. @param {string} host @param {number} port */
export async function openSmtp(host, port) {
  const talk = await connect(host, port);
  await talk(["EHLO relay.example"], [250]);
  return {
    /** @param {import("./mail/mix.mjs").Mail} mail */
    async send({ sender, recipient, text }) {
      await talk([`MAIL FROM:<${sender}>`, `RCPT TO:<${recipient}>`, "DATA"], [250, 250, 354]);
      await talk([`${text.replace(/^\./gm, "..")}\r\n.`], [250]);
    },
    quit: () => talk(["QUIT"], [221]),
  };
}

/** Writes lines at once (PIPELINING, RFC 2920) and waits for the answers to all.
 * @param {string} host @param {number} port @returns {Promise<(lines: string[], expected: number[]) => Promise<void>>} */
async function connect(host, port) {
  // From the address that is spoken to: what is not of one's own network then has an SPF.
  const socket = net.connect({ port, host, localAddress: host }).setNoDelay();
  let heard = "";
  /** @type {((answer: string) => void) | null} */
  let waiting = null;
  let broken = "";
  const look = () => {
    const whole = /^(?:\d{3}-.*\r\n)*(\d{3} .*)\r\n/.exec(heard);
    if (!waiting || (!whole && !broken)) return;
    const answer = whole?.[1] ?? broken;
    heard = heard.slice(whole?.[0].length ?? 0);
    const resolve = waiting;
    waiting = null;
    resolve(answer);
  };
  socket.on("data", (chunk) => ((heard += chunk.toString("latin1")), look()));
  socket.on("error", (error) => ((broken = `000 ${error.message}`), look()));
  const hear = () => new Promise((/** @type {(answer: string) => void} */ resolve) => ((waiting = resolve), look()));
  await hear();
  return async (lines, expected) => {
    socket.write(lines.map((line) => `${line}\r\n`).join(""));
    for (const code of expected) {
      const answer = await hear();
      if (!answer.startsWith(String(code)))
        throw new Error(`SMTP: ${lines[0]?.slice(0, 60)} was answered ${answer}, not ${code}`);
    }
  };
}
