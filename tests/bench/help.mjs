// The help centre with ten thousand articles: pages rendered anew each time, and the answers to who holds them already.
import http from "node:http";
import { Client, load } from "./client.mjs";
import { articleSlug, loadArticles } from "./load/articles.mjs";
import { startRole } from "./processes.mjs";

const USERS = 10;
const WARM_UP = 200;
/** Different articles, so that nothing but the product's own habits makes them quick. */
const PAGES = 200;

/** Loads the articles if they are missing and measures a stranger's reading.
 * @param {{ url: string, dataDir: string, requests: number, say: (text: string) => void }} options
 * @returns {Promise<import("./report.mjs").Row[]>} */
export async function measureHelp({ url, dataDir, requests, say }) {
  if (await loadArticles(url)) say("10,000 articles loaded");
  const web = await startRole({ role: "web", databaseUrl: url, dataDir });
  try {
    const paths = Array.from({ length: PAGES }, (_, i) => `/help/en/articles/${articleSlug("en", 5 * (i + 1) * 7)}`);
    const readable = await keepReadable(web.port, paths);
    const one = new Client(web.port, "");
    const many = new Client(web.port, "", USERS);
    await load(one, readable[0] ?? "", 1, WARM_UP);
    const single = await loadEach(one, readable, 1, requests);
    await loadEach(many, readable, USERS, WARM_UP * USERS); // every connection plans its statement anew for the first few
    const crowd = await loadEach(many, readable, USERS, 2 * requests);
    one.close();
    many.close();
    const unchanged = await loadUnchanged(web.port, readable[0] ?? "", 2 * requests);
    say(
      `article: ${single.p50.toFixed(1)} / ${single.p95.toFixed(1)} ms alone, ${crowd.perSecond.toFixed(0)} pages/s, ${unchanged.toFixed(0)} unchanged/s`,
    );
    return [
      { what: "help article: p50, 1 reader", value: single.p50, unit: "ms", budget: null },
      { what: "help article: p95, 1 reader", value: single.p95, unit: "ms", budget: { most: 15 } },
      {
        what: `help article: ${USERS} readers, uncached`,
        value: crowd.perSecond,
        unit: "pages/s",
        budget: { least: 400 },
        note: `p50 ${crowd.p50.toFixed(0)}, p95 ${crowd.p95.toFixed(0)} ms`,
      },
      {
        what: "help article: 304 to who holds it",
        value: unchanged,
        unit: "answers/s",
        budget: { least: 1.5 * crowd.perSecond },
      },
    ];
  } finally {
    await web.stop();
  }
}

/** Those that a stranger may read at just this address. @param {number} port @param {string[]} paths */
async function keepReadable(port, paths) {
  const client = new Client(port, "");
  const kept = [];
  for (const path of paths) if ((await client.get(path)).status === 200) kept.push(path);
  client.close();
  if (kept.length < paths.length / 2) throw new Error(`only ${kept.length} of ${paths.length} articles can be read`);
  return kept;
}

/** `load` over several pages in turns. @param {Client} client @param {string[]} paths @param {number} users @param {number} total */
async function loadEach(client, paths, users, total) {
  let next = 0;
  const turns = /** @type {Client} */ (
    /** @type {unknown} */ ({ get: () => client.get(paths[next++ % paths.length] ?? "/") })
  );
  return load(turns, "", users, total);
}

/** Answers a second to a browser that holds the page. @param {number} port @param {string} path @param {number} total */
async function loadUnchanged(port, path, total) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: USERS });
  /** @param {Record<string, string>} headers @returns {Promise<http.IncomingMessage>} */
  const ask = (headers) =>
    new Promise((resolve, reject) => {
      http
        .get({ host: "127.0.0.1", port, path, agent, headers }, (response) => {
          response.resume();
          response.on("end", () => resolve(response)).on("error", reject);
        })
        .on("error", reject);
    });
  const etag = String((await ask({})).headers.etag);
  let left = total;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: USERS }, async () => {
      while (left-- > 0) {
        const { statusCode } = await ask({ "if-none-match": etag });
        if (statusCode !== 304) throw new Error(`${path} answered ${statusCode} to its own ETag`);
      }
    }),
  );
  agent.destroy();
  return total / ((performance.now() - started) / 1000);
}
