import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../server/root.mjs";

/**
 * @typedef {object} Options
 * @property {number} tickets
 * @property {string | null} json file for the results
 * @property {number} mails messages per run of "mail in"
 * @property {number} memoryMails messages over which memory is watched
 * @property {number} rounds batches per page and size when the two sizes are compared
 * @property {number} requests per page and number of users
 * @property {Set<string>} parts what to measure: pages, growth, plans, mail, parse, bytes, routing, calendars, clocks, lag, help, search
 * @property {string} dataDir
 */

const PARTS = [
  "pages",
  "growth",
  "plans",
  "mail",
  "parse",
  "bytes",
  "calendars",
  "clocks",
  "routing",
  "lag",
  "help",
  "search",
];

export const HELP = `Usage: npm run bench -- [options]

  --tickets N     tickets in the large database, five messages each (1000000)
  --json FILE     write the results, with the plan of every statement, to FILE
  --only A,B      of ${PARTS.join(", ")}; all unless told
  --requests N    requests per page (600)
  --rounds N      batches per page when the large database is compared with one of 10,000 tickets (15)
  --mails N       messages sent by SMTP per number of workers (1500)
  --memory-mails N  messages over which the memory of worker and receiver is watched (4000; the budget speaks of 20000)

The databases stay in SPORTELLO_BENCH_DATA (.cache/bench) for the next run.
`;

/** @param {string[]} argv @returns {Options} */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      tickets: { type: "string", default: "1000000" },
      json: { type: "string" },
      only: { type: "string", default: PARTS.join(",") },
      requests: { type: "string", default: "600" },
      rounds: { type: "string", default: "15" },
      mails: { type: "string", default: "1500" },
      "memory-mails": { type: "string", default: "4000" },
    },
  });
  const parts = values.only.split(",");
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown) throw new Error(`--only knows ${PARTS.join(", ")}, not ${unknown}`);
  return {
    tickets: count("--tickets", values.tickets, 1_000),
    json: values.json ? path.resolve(values.json) : null,
    mails: count("--mails", values.mails, 1),
    memoryMails: count("--memory-mails", values["memory-mails"], 400),
    rounds: count("--rounds", values.rounds, 1),
    requests: count("--requests", values.requests, 20),
    parts: new Set(parts),
    dataDir: path.resolve(process.env.SPORTELLO_BENCH_DATA || path.join(root, ".cache/bench")),
  };
}

/** @param {string} name @param {string} text @param {number} least */
function count(name, text, least) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`${name} must be a whole number from ${least}`);
  return value;
}

/** What the figures were measured on. */
export const machine = () => ({
  cpus: os.cpus().length,
  model: os.cpus()[0]?.model ?? "",
  node: process.version,
  loadBefore: os.loadavg()[0],
});
