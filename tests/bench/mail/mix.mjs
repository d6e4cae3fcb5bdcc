// The mails of the bench: text and HTML, every fifth with a file of 20 kB, a third answers that quote what they answer,
// half of them signed with DKIM. The same in every run but for the names.
import { createHash, generateKeyPairSync } from "node:crypto";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** @type {{ dkimSign(mail: string, options: object): Promise<{ signatures: string, errors: unknown[] }> }} */
const { dkimSign } = require("mailauth/lib/dkim/sign.js");

const SHOPS = 500;
const FILE_BYTES = 20_000;
const SELECTOR = "bench";
const SUPPORT = "support@northwind.example";

/** What is answered: the Message-ID and who wrote it; `key` when it is one of ours, which is a reply key.
 * @typedef {{ messageId: string, sender: string }} Answered
 * @typedef {{ sender: string, recipient: string, text: string, messageId: string }} Mail */

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const privateKey = String(keys.privateKey.export({ type: "pkcs8", format: "pem" }));
const publicKey = keys.publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** What DNS says about the senders: they send from `client` alone, and sign. @param {string} client @param {string} run */
export function senderZone(client, run) {
  const spf = `v=spf1 ${client.includes(":") ? "ip6" : "ip4"}:${client} -all`;
  /** @type {import("../../support/dns-stub.mjs").DnsZone} */
  const zone = {};
  for (let shop = 0; shop < SHOPS; shop++) {
    const domain = domainOf(shop, run);
    zone[domain] = { TXT: [spf], A: [client], MX: [`mail.${domain}`] };
    zone[`_dmarc.${domain}`] = { TXT: ["v=DMARC1; p=quarantine"] };
    zone[`${SELECTOR}._domainkey.${domain}`] = { TXT: [`v=DKIM1; k=rsa; p=${publicKey}`] };
  }
  return zone;
}

/** Mail number `i` of a run; every third answers one of `answered`, if there are any.
 * @param {number} i @param {string} run @param {readonly Answered[]} answered @returns {Promise<Mail>} */
export async function composeMail(i, run, answered = []) {
  const answers = i % 3 === 2 ? answered[i % answered.length] : undefined;
  const domain = answers?.sender.split("@")[1] ?? domainOf(i, run);
  const sender = answers?.sender ?? `customer${i}@${domain}`;
  const messageId = `<${run}.${i}@${domain}>`;
  const words = bodyOf(i);
  const plain = answers ? `${words}\r\n\r\nOn Friday Northwind wrote:\r\n${quoted(bodyOf(i - 1))}` : words;
  const html = `${paragraphs(words)}${answers ? `<div class="gmail_quote"><div>On Friday Northwind wrote:</div><blockquote>${paragraphs(bodyOf(i - 1))}</blockquote></div>` : ""}`;
  const head = [
    `From: "Customer ${i}" <${sender}>`,
    `To: Northwind <${SUPPORT}>`,
    `Subject: ${answers ? "Re: " : ""}${run} ${i}: the delivery is incomplete`,
    `Message-ID: ${messageId}`,
    ...(answers ? [`In-Reply-To: ${answers.messageId}`, `References: ${answers.messageId}`] : []),
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
  ];
  const bodies = alternative(plain, `<html><body>${html}</body></html>`);
  const lines = i % 5 === 0 ? [...head, ...mixed(bodies, fileOf(`${run} ${i}`))] : [...head, ...bodies];
  const text = `${lines.join("\r\n")}\r\n`;
  return { sender, recipient: SUPPORT, messageId, text: i % 2 ? await sign(text, domain) : text };
}

/** A mail of nearly `bytes` octets, most of them one file. @param {number} bytes @param {string} run @returns {Mail} */
export function composeLargeMail(bytes, run) {
  const domain = domainOf(1, run);
  const sender = `large@${domain}`;
  const messageId = `<${run}.large@${domain}>`;
  const line = `${"A".repeat(60)}${createHash("sha256").update(run).digest("base64").slice(0, 16)}\r\n`;
  const file = line.repeat(Math.floor((bytes - 2_000) / line.length));
  const head = [
    `From: <${sender}>`,
    `To: <${SUPPORT}>`,
    `Subject: ${run}: a large drawing`,
    `Message-ID: ${messageId}`,
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
  ];
  const text = [...head, ...mixed(alternative(bodyOf(1), paragraphs(bodyOf(1))), file)].join("\r\n");
  return { sender, recipient: SUPPORT, messageId, text };
}

const domainOf = (/** @type {number} */ i, /** @type {string} */ run) => `shop${i % SHOPS}.${run}.example`;

const SENTENCES = [
  "one box is missing and two labels are wrong",
  "the pump of line two leaks at the flange since the last service",
  "we cannot run the machine without a new housing, and the spare part is out of stock",
  "the invoice names another order than the delivery note",
  "please tell us when the rest arrives, our warehouse closes at half past four",
];

/** @param {number} i */
function bodyOf(i) {
  const sentence = (/** @type {number} */ n) => SENTENCES[(i + n) % SENTENCES.length];
  return `Good morning,\r\n\r\nof order ${1000 + i} ${sentence(0)}. As we wrote last week, ${sentence(1)}; ${sentence(2)}.\r\n\r\nCould somebody have a look today? Otherwise ${sentence(3)}, and ${sentence(4)}.\r\n\r\nKind regards\r\nCustomer ${i}\r\n-- \r\nCustomer ${i}, Purchasing\r\nShop ${i % SHOPS} Ltd, 12 Harbour Road\r\nPhone +44 20 7946 0${i % 900}`;
}

const paragraphs = (/** @type {string} */ text) =>
  text
    .split("\r\n\r\n")
    .map((part) => `<p style="margin:0 0 12px;font-family:Arial">${part.replaceAll("\r\n", "<br>\r\n")}</p>`)
    .join("\r\n");

const quoted = (/** @type {string} */ text) => text.replace(/^/gm, "> ");

/** @param {string} plain @param {string} html */
const alternative = (plain, html) => [
  'Content-Type: multipart/alternative; boundary="alternative"',
  "",
  "--alternative",
  "Content-Type: text/plain; charset=utf-8",
  "",
  plain,
  "--alternative",
  "Content-Type: text/html; charset=utf-8",
  "",
  html,
  "--alternative--",
];

/** @param {string[]} bodies @param {string} file */
const mixed = (bodies, file) => [
  'Content-Type: multipart/mixed; boundary="mixed"',
  "",
  "--mixed",
  ...bodies,
  "--mixed",
  'Content-Type: application/pdf; name="delivery-note.pdf"',
  'Content-Disposition: attachment; filename="delivery-note.pdf"',
  "Content-Transfer-Encoding: base64",
  "",
  file,
  "--mixed--",
];

/** A file of its own for each mail, so that each is stored. @param {string} seed */
function fileOf(seed) {
  const blocks = Array.from({ length: FILE_BYTES / 32 }, (_, n) =>
    createHash("sha256").update(`${seed} ${n}`).digest(),
  );
  return Buffer.concat(blocks).toString("base64").replace(/.{76}/g, "$&\r\n");
}

/** @param {string} text @param {string} domain */
async function sign(text, domain) {
  const signatureData = [{ signingDomain: domain, selector: SELECTOR, privateKey, algorithm: "rsa-sha256" }];
  const { signatures, errors } = await dkimSign(text, { canonicalization: "relaxed/relaxed", signatureData });
  if (errors.length) throw errors[0];
  return signatures + text;
}
