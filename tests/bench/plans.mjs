// What PostgreSQL really did for each page: the plans that auto_explain wrote into the server's log, and their reads.
import fs from "node:fs/promises";
import { Client } from "./client.mjs";
import { startRole } from "./processes.mjs";

const BIG = new Set([
  "ticket",
  "message",
  "event",
  "outbound_mail",
  "thread_key",
  "inbound_mail",
  "seen_mail",
  "notification",
  "ticket_read",
  "sla_target",
  "state_span",
]);
const EXPLAIN = [
  "session_preload_libraries=auto_explain",
  "auto_explain.log_min_duration=0",
  "auto_explain.log_analyze=on",
  "auto_explain.log_buffers=on",
  "auto_explain.log_timing=off",
  "auto_explain.log_format=json",
];
/** PostgreSQL takes a general plan for a prepared statement from its sixth run on. */
const RUNS = 8;

/** @typedef {{ sql: string, plan: any, milliseconds: number, buffers: number, scans: string[] }} Plan
 * @typedef {Record<string, { buffers: number, scans: string[], statements: Plan[] }>} Plans by page */

/** @param {{ url: string, dataDir: string, log: string, cookies: Record<string, string>, pages: import("./company.mjs").Page[] }} options
 * @returns {Promise<Plans>} */
export async function readPlans({ url, dataDir, log, cookies, pages }) {
  const env = { PGOPTIONS: EXPLAIN.map((setting) => `-c ${setting}`).join(" "), PG_POOL: "1" };
  const web = await startRole({ role: "web", databaseUrl: url, dataDir, env });
  /** @type {Plans} */
  const plans = {};
  try {
    for (const { name, path, who } of pages) {
      const client = new Client(web.port, cookies[who] ?? "");
      for (let run = 1; run < RUNS; run++) await client.get(path);
      const from = (await fs.stat(log)).size;
      await client.get(path);
      client.close();
      const statements = parse((await readFrom(log, from)).toString());
      plans[name] = {
        buffers: statements.reduce((sum, { buffers }) => sum + buffers, 0),
        scans: [...new Set(statements.flatMap(({ scans }) => scans))],
        statements,
      };
    }
  } finally {
    await web.stop();
  }
  return plans;
}

/** @param {string} file @param {number} from */
async function readFrom(file, from) {
  await new Promise((resolve) => setTimeout(resolve, 200)); // the server writes a moment after it answers
  return (await fs.readFile(file)).subarray(from);
}

/** Entries look like `… LOG:  duration: 0.4 ms  plan:` followed by lines that begin with a tab. @param {string} log @returns {Plan[]} */
function parse(log) {
  const plans = [];
  for (const [, milliseconds, json = ""] of log.matchAll(/duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g)) {
    const { "Query Text": sql, Plan: plan } = JSON.parse(json.replace(/^\t/gm, ""));
    const nodes = flatten(plan);
    plans.push({
      sql: sql.replace(/\s+/g, " ").trim(),
      plan,
      milliseconds: Number(milliseconds),
      buffers: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
      scans: nodes
        .filter(
          (node) =>
            node["Node Type"].endsWith("Seq Scan") && node["Actual Loops"] > 0 && BIG.has(node["Relation Name"]),
        )
        .map((node) => node["Relation Name"]),
    });
  }
  return plans;
}

/** @param {any} node @returns {any[]} */
const flatten = (node) => [node, ...(node.Plans ?? []).flatMap(flatten)];
