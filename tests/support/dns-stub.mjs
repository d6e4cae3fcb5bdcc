// A DNS server for tests and the bench: answers from an object, by UDP and, for what is too long there, by TCP.
import dgram from "node:dgram";
import net from "node:net";
import dnsPacket from "dns-packet";

/**
 * Values by type: TXT as one string (cut into pieces of 255 octets) or a list of pieces, A, AAAA, CNAME, PTR and NS as
 * strings, MX as exchange names in order of preference. A name that is not there does not exist; `"silent"` never answers,
 * `"fail"` answers SERVFAIL.
 * @typedef {{ TXT?: (string | string[])[], A?: string[], AAAA?: string[], MX?: string[], PTR?: string[], NS?: string[],
 *   CNAME?: string[] }} DnsRecords
 * @typedef {Record<string, DnsRecords | "silent" | "fail">} DnsZone
 */

const UDP_BYTES = 512;

/**
 * Starts the server on a free port of the loopback. `zone` may be changed while it runs; `address` fits MAIL_DNS;
 * `questions` is what was asked so far, as "TYPE name".
 * @param {DnsZone} [zone]
 */
export async function startDnsStub(zone = {}) {
  /** @type {string[]} */
  const questions = [];
  const tcp = net.createServer((socket) => serveTcp(socket, zone, questions));
  await new Promise((resolve) => tcp.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (tcp.address());
  const udp = dgram.createSocket("udp4");
  udp.on("message", (message, { address, port: from }) => {
    const reply = answer(message, zone, questions);
    if (!reply) return;
    const bytes = dnsPacket.encode(reply);
    const whole =
      bytes.length <= UDP_BYTES ? bytes : dnsPacket.encode({ ...reply, answers: [], flags: truncated(reply) });
    udp.send(whole, from, address);
  });
  await new Promise((resolve) => udp.bind(port, "127.0.0.1", () => resolve(undefined)));
  return {
    address: `127.0.0.1:${port}`,
    zone,
    questions,
    /** @returns {Promise<void>} */
    async stop() {
      await new Promise((resolve) => udp.close(() => resolve(undefined)));
      await new Promise((resolve) => tcp.close(() => resolve(undefined)));
    },
  };
}

/** @param {import("dns-packet").Packet} reply */
const truncated = (reply) => (reply.flags ?? 0) | dnsPacket.TRUNCATED_RESPONSE;

/** @param {net.Socket} socket @param {DnsZone} zone @param {string[]} questions */
function serveTcp(socket, zone, questions) {
  let held = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const size = held.readUInt16BE(0);
      const reply = answer(held.subarray(2, 2 + size), zone, questions);
      held = held.subarray(2 + size);
      if (reply) socket.write(dnsPacket.streamEncode(reply));
    }
  });
}

/** @param {Buffer} message @param {DnsZone} zone @param {string[]} asked @returns {import("dns-packet").Packet | null} */
function answer(message, zone, asked) {
  const { id, questions = [] } = dnsPacket.decode(message);
  const [question] = questions;
  if (!question) return null;
  const name = question.name.toLowerCase();
  asked.push(`${question.type} ${name}`);
  const records = zone[name];
  if (records === "silent") return null;
  const rcode = records === "fail" ? 2 : records === undefined ? 3 : 0;
  return {
    type: "response",
    id,
    flags: dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | rcode,
    questions: [question],
    answers: records && records !== "fail" ? answersOf(question.name, question.type, records) : [],
  };
}

/** @param {string} name @param {string} type @param {DnsRecords} records @returns {import("dns-packet").Answer[]} */
function answersOf(name, type, records) {
  const common = { name, ttl: 300 };
  const strings = /** @type {"A" | "AAAA" | "PTR" | "NS" | "CNAME"} */ (type);
  if (type === "TXT") return (records.TXT ?? []).map((data) => ({ ...common, type: "TXT", data: piecesOf(data) }));
  if (type === "MX")
    return (records.MX ?? []).map((exchange, at) => ({
      ...common,
      type: "MX",
      data: { preference: (at + 1) * 10, exchange },
    }));
  return (records[strings] ?? []).map((data) => ({ ...common, type: strings, data }));
}

/** @param {string | string[]} text */
const piecesOf = (text) => (Array.isArray(text) ? text : (text.match(/.{1,255}/gs) ?? [""]));
