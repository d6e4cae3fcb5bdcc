// A browser's requests without the browser: signed in, keep-alive, gzip.
import http from "node:http";
import { gunzipSync } from "node:zlib";

/** @typedef {{ status: number, bytes: number, body: Buffer, encoding: string }} Answer */

export class Client {
  /** @param {number} port @param {string} cookie @param {number} users */
  constructor(port, cookie, users = 1) {
    this.port = port;
    this.headers = { cookie, accept: "text/html", "accept-encoding": "gzip", "accept-language": "en" };
    this.agent = new http.Agent({ keepAlive: true, maxSockets: users });
  }

  /** @param {string} path @returns {Promise<Answer>} */
  get(path) {
    return new Promise((resolve, reject) => {
      const request = http.get(
        { host: "127.0.0.1", port: this.port, path, headers: this.headers, agent: this.agent },
        (response) => {
          const chunks = /** @type {Buffer[]} */ ([]);
          response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
          response.on("end", () => {
            const body = Buffer.concat(chunks);
            const encoding = response.headers["content-encoding"] ?? "";
            resolve({ status: response.statusCode ?? 0, bytes: body.length, body, encoding });
          });
        },
      );
      request.on("error", reject);
    });
  }

  /** The page as text; throws unless it is 200, compressed and holds `proof` at least `times` times.
   * @param {string} path @param {string} proof @param {number} times */
  async check(path, proof, times) {
    const { status, body, encoding } = await this.get(path);
    const text = encoding === "gzip" ? gunzipSync(body).toString() : body.toString();
    const found = text.split(proof).length - 1;
    if (status !== 200 || encoding !== "gzip" || found < times)
      throw new Error(
        `${path} answered ${status} (${encoding || "plain"}) with ${found} of ${times} times ${proof}: ${text.slice(0, 300)}`,
      );
    return text;
  }

  close() {
    this.agent.destroy();
  }
}

/** Asks `total` times with `users` at the same time, each waiting for its answer. Milliseconds per request, and per second.
 * @param {Client} client @param {string} path @param {number} users @param {number} total */
export async function load(client, path, users, total) {
  const times = /** @type {number[]} */ ([]);
  let left = total;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: users }, async () => {
      while (left-- > 0) {
        const began = performance.now();
        const { status } = await client.get(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        times.push(performance.now() - began);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { p50: percentile(times, 50), p95: percentile(times, 95), perSecond: total / seconds };
}

/** @param {number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))] ?? Number.NaN;
}

/** @param {number[]} values */
export const median = (values) => percentile(values, 50);
