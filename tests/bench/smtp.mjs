// A relay that has much to deliver: a few connections, one message after another, no library in the way.
import net from "node:net";

/** Sends messages `from`…`to - 1` and resolves when each has its 250. @param {{ port: number, from: number, to: number, connections: number, run: string }} options */
export async function sendMails({ port, from, to, connections, run }) {
  let next = from;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const talk = await connect(port);
      await talk("EHLO relay.example", 250);
      while (next < to) {
        const mail = compose(next++, run);
        await talk(`MAIL FROM:<${mail.sender}>`, 250);
        await talk("RCPT TO:<support@northwind.example>", 250);
        await talk("DATA", 354);
        await talk(`${mail.text}\r\n.`, 250);
      }
      await talk("QUIT", 221);
    }),
  );
}

/** @param {number} i @param {string} run */
function compose(i, run) {
  const sender = `customer${i}.${run}@shop${i % 500}.example`;
  const body = `Good morning,\r\n\r\nof order ${1000 + i} one box is missing and two labels are wrong. Please tell us when the rest arrives.\r\n\r\nKind regards\r\nCustomer ${i}`;
  const text = [
    `From: "Customer ${i}" <${sender}>`,
    "To: Northwind <support@northwind.example>",
    `Subject: ${run} ${i}: the delivery is incomplete`,
    `Message-ID: <${run}.${i}@shop${i % 500}.example>`,
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    `<p>${body.replaceAll("\r\n\r\n", "</p>\r\n<p>")}</p>`,
    "--b--",
  ].join("\r\n");
  return { sender, text };
}

/** @param {number} port @returns {Promise<(line: string, expected: number) => Promise<void>>} */
async function connect(port) {
  const socket = net.connect(port, "127.0.0.1").setNoDelay();
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
  return async (line, expected) => {
    socket.write(`${line}\r\n`);
    const answer = await hear();
    if (!answer.startsWith(String(expected))) throw new Error(`SMTP: ${line.slice(0, 60)} was answered ${answer}`);
  };
}
