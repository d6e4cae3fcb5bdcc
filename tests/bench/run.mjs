// npm run bench: loads a large company into a database of its own and measures the product on it.
import fs from "node:fs/promises";
import { prepare } from "../../server/prepare.mjs";
import { reportStartupError } from "../../server/startup-error.mjs";
import { measureDeadlines } from "./calendars.mjs";
import { Client, load } from "./client.mjs";
import { measureRecompute, RECOMPUTED } from "./clocks.mjs";
import { visitCompany } from "./company.mjs";
import { openDatabases } from "./databases.mjs";
import { weighFirstPage } from "./first-page.mjs";
import { compareSizes } from "./growth.mjs";
import { measureMail } from "./mail.mjs";
import { measureParsing } from "./mail/parse.mjs";
import { measureHelp } from "./help.mjs";
import { HELP, machine, readOptions } from "./options.mjs";
import { readPlans } from "./plans.mjs";
import { memoryOf, startRole } from "./processes.mjs";
import { printTable, verdictOf } from "./report.mjs";
import { measureRouting } from "./routing.mjs";
import { measureSearch } from "./search.mjs";
import { measureLag } from "./search-lag.mjs";

const SMALL = 10_000;
const USERS = 10;
const WARM_UP = 150;
const say = (/** @type {string} */ text) => void process.stdout.write(`  ${text}\n`);
const title = (/** @type {string} */ text) => void process.stdout.write(`▸ ${text}\n`);

/** @param {import("./options.mjs").Options} options */
async function bench({ tickets, parts, requests, rounds, mails, memoryMails, json, dataDir }) {
  await prepare();
  /** @type {import("./report.mjs").Row[]} */
  const rows = [];
  if (parts.has("calendars")) {
    title("deadlines on working time");
    const perSecond = await measureDeadlines();
    rows.push({ what: "deadlines within 5 years", value: perSecond, unit: "a second", budget: { least: 100_000 } });
  }
  if (parts.has("parse")) {
    title("reading mails");
    const perSecond = await measureParsing();
    rows.push({ what: "mails parsed on one core", value: perSecond, unit: "mails/s", budget: { least: 500 } });
  }
  if (![...parts].some((part) => part !== "calendars" && part !== "parse")) return finish(rows, { tickets, json });
  const databases = await openDatabases(dataDir, [SMALL, tickets]);
  const [small, large] = databases.loaded;
  if (!small || !large) throw new Error("two databases are loaded");
  /** @type {Record<string, unknown>} */
  const details = {};
  const running = [];
  try {
    const company = await visitCompany(large.url, tickets);
    const web = await startRole({ role: "web", databaseUrl: large.url, dataDir });
    running.push(web);
    for (const { path, who, proof, times } of company.pages) {
      const client = new Client(web.port, company.cookies[who]);
      await client.check(path, proof, times);
      client.close();
    }
    if (parts.has("pages")) {
      title(`pages with ${tickets.toLocaleString("en")} tickets`);
      for (const page of company.pages)
        rows.push(...(await measurePage(web.port, company.cookies[page.who], page, requests)));
      rows.push({ what: "web process", value: memoryOf(web.pid), unit: "MB resident", budget: { most: 300 } });
    }
    if (parts.has("growth")) {
      title(`CPU per page, ${SMALL.toLocaleString("en")} and ${tickets.toLocaleString("en")} tickets in turns`);
      const smallWeb = await startRole({ role: "web", databaseUrl: small.url, dataDir });
      running.push(smallWeb);
      const sites = [
        { url: small.url, web: smallWeb, company: await visitCompany(small.url, SMALL) },
        { url: large.url, web, company },
      ];
      const growth = await compareSizes(sites, rounds, say);
      details.growth = growth;
      for (const page of company.pages) {
        const [few = 0, many = 0] = growth[page.name]?.total ?? [];
        rows.push({
          what: `${page.title}: CPU against 10,000 tickets`,
          value: many / few,
          unit: "×",
          budget: { most: 1.3 },
          note: `${few.toFixed(2)} → ${many.toFixed(2)} ms`,
        });
      }
    }
    if (parts.has("plans")) {
      title("plans");
      const smallCompany = await visitCompany(small.url, SMALL);
      const few = await readPlans({ url: small.url, dataDir, log: databases.log, ...smallCompany });
      const many = await readPlans({ url: large.url, dataDir, log: databases.log, ...company });
      details.plans = many;
      for (const page of company.pages) {
        const { buffers = 0, scans = [], statements = [] } = many[page.name] ?? {};
        rows.push(
          {
            what: `${page.title}: buffers`,
            value: buffers,
            unit: "pages",
            budget: null,
            note: `${few[page.name]?.buffers} with 10,000; ${statements.length} statements`,
          },
          {
            what: `${page.title}: big tables read whole`,
            value: scans.length,
            unit: "",
            budget: { most: 0 },
            note: scans.join(", "),
          },
        );
      }
    }
    if (parts.has("bytes")) {
      title("bytes of the portal's first page");
      for (const [who, cookie] of /** @type {const} */ ([
        ["guest", null],
        ["customer", company.cookies.customer],
      ])) {
        const weight = await weighFirstPage(web.port, cookie);
        if (!weight) say("not measured: no Chromium");
        else
          rows.push({
            what: `portal first page, ${who}`,
            value: weight.total / 1000,
            unit: "kB",
            budget: { most: 110 },
            note: describe(weight),
          });
      }
    }
    for (const process of running.splice(0)) await process.stop();
    if (parts.has("help")) {
      title("help centre");
      rows.push(...(await measureHelp({ url: large.url, dataDir, requests, say })));
    }
    if (parts.has("clocks")) {
      title("recompute of clocks");
      const queue = company.pages.find(({ name }) => name === "queue");
      const clocks = await measureRecompute({
        url: large.url,
        dataDir,
        cookie: company.cookies.agent,
        path: queue?.path ?? "/desk",
      });
      details.clocks = clocks;
      rows.push(
        {
          what: `recompute of ${RECOMPUTED.toLocaleString("en")} open tickets`,
          value: clocks.seconds,
          unit: "s",
          budget: { most: 60 },
          note: `one worker; ${clocks.tickets.toLocaleString("en")} measured`,
        },
        {
          what: "queue page meanwhile: p50",
          value: clocks.p50,
          unit: "ms",
          budget: null,
          note: `p95 ${clocks.p95.toFixed(0)} ms`,
        },
      );
    }
    if (parts.has("routing")) {
      title("routing");
      const routing = await measureRouting({ url: large.url, dataDir });
      details.routing = routing;
      rows.push(
        { what: "200 rules on a new ticket", value: routing.rules, unit: "tickets/s", budget: null },
        { what: "200 rules, then 500 agents", value: routing.decisions, unit: "decisions/s", budget: { least: 500 } },
        {
          what: "assignments committed by one worker",
          value: routing.assignments,
          unit: "tickets/s",
          budget: { least: 500 },
          note: `500 agents with own hours; ${routing.bytes} bytes per trace`,
        },
      );
    }
    if (parts.has("lag")) {
      title("search index at 50 changes/s");
      const lag = await measureLag({ url: small.url, dataDir });
      details.lag = lag;
      rows.push({
        what: "index lag at 50 changes/s: p95",
        value: lag.p95,
        unit: "ms",
        budget: { most: 2_000 },
        note: `p50 ${lag.p50.toFixed(0)}, longest ${lag.longest.toFixed(0)} ms; ${lag.changes} changes at ${lag.achieved.toFixed(0)}/s`,
      });
    }
    if (parts.has("search")) {
      title("search over a million messages and ten thousand articles");
      const search = await measureSearch({ url: large.url, say });
      details.search = search.details;
      rows.push(...search.rows);
    }
    if (parts.has("mail")) {
      title("mail in");
      const mail = await measureMail({ url: large.url, dataDir, mails, memoryMails, say });
      details.mail = mail.details;
      rows.push(...mail.rows);
    }
  } finally {
    for (const process of running) await process.stop();
    await databases.stop();
  }
  return finish(rows, { tickets, json, ...details });
}

/** Shows the table, writes the file if one is wanted, and answers whether every budget was kept.
 * @param {import("./report.mjs").Row[]} rows @param {{ tickets: number, json: string | null, [detail: string]: unknown }} measured */
async function finish(rows, { tickets, json, ...details }) {
  process.stdout.write("\n");
  printTable(rows);
  const judged = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
  if (json) {
    const measured = { tickets, machine: machine(), rows: judged, ...details };
    await fs.writeFile(json, `${JSON.stringify(measured, null, 1)}\n`);
  }
  return judged.every(({ verdict }) => verdict !== "MISSED");
}

/** @param {number} port @param {string | undefined} cookie @param {import("./company.mjs").Page} page @param {number} requests */
async function measurePage(port, cookie, page, requests) {
  const one = new Client(port, cookie ?? "");
  const many = new Client(port, cookie ?? "", USERS);
  await load(one, page.path, 1, WARM_UP);
  const single = await load(one, page.path, 1, requests);
  const crowd = await load(many, page.path, USERS, requests);
  one.close();
  many.close();
  say(
    `${page.title}: ${single.p50.toFixed(1)} / ${single.p95.toFixed(1)} ms alone, ${crowd.perSecond.toFixed(0)} pages/s with ${USERS} users`,
  );
  return [
    { what: `${page.title}: p50, 1 user`, value: single.p50, unit: "ms", budget: { most: 12 } },
    { what: `${page.title}: p95, 1 user`, value: single.p95, unit: "ms", budget: { most: 25 } },
    {
      what: `${page.title}: ${USERS} users`,
      value: crowd.perSecond,
      unit: "pages/s",
      budget: page.name === "queue" ? { least: 120 } : null,
      note: `p50 ${crowd.p50.toFixed(0)}, p95 ${crowd.p95.toFixed(0)} ms`,
    },
  ];
}

/** @param {Record<string, number>} weight */
const describe = ({ total: _total, ...kinds }) =>
  Object.entries(kinds)
    .map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)}`)
    .join(", ");

const argv = process.argv.slice(2);
if (argv.includes("--help")) process.stdout.write(HELP);
else {
  try {
    if (!(await bench(readOptions(argv)))) process.exitCode = 1;
  } catch (error) {
    process.exitCode = reportStartupError(error);
  }
}
