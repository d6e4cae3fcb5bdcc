// Search in the PostgreSQL engine, one user at a time: whole questions, words being typed, and misspelt words.
import pg from "pg";
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { fillSearch } from "./load/search.mjs";
import { anyLanguage, anyWord, code, misspell, randomOf, words } from "./load/search-texts.mjs";

const HELP = ["article", "faq", "news"];
const DESK = [...HELP, "ticket", "message", "contact", "organization"];
const PORTAL = [...HELP, "ticket", "message"];
const QUESTIONS = 240;
const WARM_UP = 40;

/** @param {{ url: string, say: (text: string) => void }} options */
export async function measureSearch({ url, say }) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    plugins: [tsconfigPaths()],
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const { openPostgresIndex } = await vite.ssrLoadModule("/search/postgres/open-index.ts");
    const { sqlOf } = await vite.ssrLoadModule("/search/postgres/sql.ts");
    const search = openPostgresIndex(sqlOf(pool), { name: "live" });
    const documents = await fillSearch(pool, { search });
    const readers = await readReaders(pool);
    const random = randomOf(20_261_122);
    /** @type {import("./report.mjs").Row[]} */
    const rows = [];
    /** @type {Record<string, unknown>} */
    const details = { documents };
    for (const { what, most, ask } of shapes(random, readers)) {
      for (let i = 0; i < WARM_UP; i++) await search.search(ask());
      const times = [];
      let found = 0;
      for (let i = 0; i < QUESTIONS; i++) {
        const request = ask();
        const started = performance.now();
        const { hits } = await search.search(request);
        times.push({ ms: performance.now() - started, text: request.text, who: request.who, found: hits.length });
        if (hits.length) found += 1;
      }
      times.sort((a, b) => a.ms - b.ms);
      const at = (/** @type {number} */ share) => times[Math.floor(share * (times.length - 1))]?.ms ?? 0;
      say(
        `${what}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, worst ${at(1).toFixed(1)} ms; ${found} of ${QUESTIONS} found something`,
      );
      details[what] = { p50: at(0.5), p95: at(0.95), slowest: times.slice(-8) };
      rows.push({
        what: `${what}: p95`,
        value: at(0.95),
        unit: "ms",
        budget: { most },
        note: `p50 ${at(0.5).toFixed(1)} ms`,
      });
    }
    rows.push({ what: "documents in the search index", value: documents, unit: "", budget: null });
    return { rows, details };
  } finally {
    await vite.close();
    await pool.end();
  }
}

/** An administrator, an agent of three queues, a customer and a guest. @param {pg.Pool} pool */
async function readReaders(pool) {
  const { rows: queues } = await pool.query("select id from queue order by position limit 40");
  const { rows: people } = await pool.query(
    "select requester_id as id, organization_id as org from ticket where organization_id is not null order by number desc limit 1",
  );
  const { rows: agents } = await pool.query(
    "select assignee_id as id from ticket where assignee_id is not null order by number desc limit 1",
  );
  const staff = ["public", "customers", "staff", `staff:${agents[0].id}`];
  const queue = (/** @type {{ id: string }} */ { id }) => `queue:${id}`;
  return {
    admin: { who: "admin", kinds: DESK, principals: [...staff, "all-tickets", ...queues.map(queue)] },
    agent: { who: "agent", kinds: DESK, principals: [...staff, ...queues.slice(0, 3).map(queue)] },
    customer: {
      who: "customer",
      kinds: PORTAL,
      principals: [
        "public",
        "customers",
        `person:${people[0].id}`,
        `org:${people[0].org}`,
        `org-tickets:${people[0].org}`,
      ],
    },
    guest: { who: "guest", kinds: HELP, principals: ["public"] },
    queue: queues[0].id,
  };
}

/** @param {() => number} random @param {Awaited<ReturnType<typeof readReaders>>} readers */
function shapes(random, { admin, agent, customer, guest, queue }) {
  const who = () => [admin, agent, customer, guest][Math.floor(random() * 4)] ?? guest;
  const some = (/** @type {string} */ language, /** @type {number} */ most) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => anyWord(random, language));
  const long = (/** @type {string} */ language) => {
    for (;;) {
      const word = anyWord(random, language);
      if (word.length > 5) return word;
    }
  };
  const facets = ["queue", "state", "category"];
  /** @param {(language: string) => object} ask */
  const shape = (ask) => () => {
    const locale = anyLanguage(random);
    return { locale, limit: 20, ...who(), ...ask(locale) };
  };
  return [
    { what: "search", most: 60, ask: shape((language) => ({ text: some(language, 4).join(" ") })) },
    {
      what: "search with facets and a filter",
      most: 60,
      ask: shape((language) => ({
        text: some(language, 3).join(" "),
        facets,
        filters: random() < 0.5 ? [] : [{ field: "queue", any: [queue] }],
      })),
    },
    {
      what: "search for the most common words",
      most: 60,
      ask: shape((language) => ({
        text: Array.from(
          { length: 1 + Math.floor(random() * 3) },
          () => words[language]?.[30 + Math.floor(random() * 40)],
        ).join(" "),
      })),
    },
    { what: "search for a code", most: 60, ask: shape(() => ({ text: code(random) })) },
    {
      what: "running text, any word",
      most: 60,
      ask: shape((language) => ({
        text: Array.from({ length: 60 }, () => anyWord(random, language)).join(" "),
        match: "any",
        kinds: HELP,
        limit: 5,
      })),
    },
    {
      what: "nothing typed, filtered",
      most: 60,
      ask: shape(() => ({ text: "", filters: [{ field: "queue", any: [queue] }] })),
    },
    {
      what: "suggestion while typing",
      most: 30,
      ask: shape((language) => ({
        text: [...some(language, 2).slice(1), long(language).slice(0, 2 + Math.floor(random() * 5))].join(" "),
        prefix: true,
        limit: 8,
      })),
    },
    {
      what: "misspelt word",
      most: 90,
      ask: shape((language) => ({ text: [...some(language, 2).slice(1), misspell(random, long(language))].join(" ") })),
    },
  ];
}
