// Routing: decisions per second without a database, and assignments committed per second by one worker.
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import pg from "pg";

const AGENTS = 500;
const RULES = 200;
const ASSIGNED = 4_000;
const WARM_UP = 400;
const DECISION_SECONDS = 3;

/** @typedef {{ decisions: number, rules: number, assignments: number, bytes: number }} Routing */

/** @param {{ url: string, dataDir: string }} options @returns {Promise<Routing>} */
export async function measureRouting({ url, dataDir }) {
  Object.assign(process.env, {
    DATABASE_URL: url,
    SPORTELLO_DATA: dataDir,
    SPORTELLO_SECRET: "a secret of the benchmark, of more than forty letters",
    SPORTELLO_DEMO: "0",
  });
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    plugins: [tsconfigPaths()],
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    return { ...(await decide(vite)), ...(await assign(vite, url)) };
  } finally {
    const { disconnect } = await vite.ssrLoadModule("/app/platform/db.server.ts");
    await disconnect();
    await vite.close();
  }
}

/** The pure part: 200 rules that nearly all fail at their last condition, then 500 candidates.
 * @param {import("vite").ViteDevServer} vite */
async function decide(vite) {
  const { applyRules } = await vite.ssrLoadModule("/app/domain/routing/apply-rules.ts");
  const { chooseAssignee } = await vite.ssrLoadModule("/app/domain/routing/choose-assignee.ts");
  const set = { version: 1, rules: Array.from({ length: RULES }, (_, i) => rule(i)) };
  const facts = Array.from({ length: 50 }, (_, i) => ({
    channel: "mail",
    address: ["support@northwind.example"],
    sender: [`person${i}@customer.example`],
    subject: `Pump ${i} leaks again`,
    words: `Pump ${i} leaks again. ${"The flange of line two has a crack and we cannot run it without a new housing. ".repeat(8)}`,
    language: "it",
    organization: null,
    region: "lombardia",
    contract: null,
    type: null,
    priority: "normal",
    queue: "00000000-0000-7000-8000-0000000ca001",
    time: [],
  }));
  const candidates = Array.from({ length: AGENTS }, (_, i) => candidate(i));
  const queue = { assignment: "best_match", lastAgent: true, languageFit: "prefer", regionFit: "prefer" };
  const alive = { queues: new Set(), people: new Set(), skills: new Set() };
  /** @param {number} i */
  const route = (i) => applyRules(set, facts[i % facts.length], alive, []);
  /** @param {number} i */
  const choose = (i) => {
    const skills = [{ id: `skill${i % 5}`, level: 1 + (i % 3) }];
    const ticket = { weight: 1, skills, language: i % 2 ? "it" : "en", region: "", lastAgentId: null, avoidId: null };
    const { winner } = chooseAssignee({ queue, ticket, candidates });
    if (winner) Object.assign(winner.candidate, { load: (winner.candidate.load + 1) % 9, lastAssignedAt: i });
  };
  return { rules: rate(route), decisions: rate((i) => (route(i), choose(i))) };
}

/** @param {(i: number) => unknown} act */
function rate(act) {
  for (let i = 0; i < 100; i++) act(i);
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < DECISION_SECONDS * 1000) for (let i = 0; i < 20; i++) act(done++);
  return (done * 1000) / (performance.now() - started);
}

/** @param {number} i */
const rule = (i) => ({
  id: `rule${i}`,
  name: `Rule ${i}`,
  enabled: true,
  conditions: {
    all: [
      { fact: "channel", op: "in", values: ["mail", "portal"] },
      { fact: "words", op: "any_word", values: [`valve ${i}`, `motor ${i}`, i % 40 === 0 ? "flange" : "gasket"] },
    ],
    any: [
      { fact: "sender", op: "ends_with", values: [`@company${i}.example`] },
      { fact: "language", op: "in", values: ["it", "ro"] },
    ],
    none: [{ fact: "subject", op: "any_word", values: ["newsletter"] }],
  },
  actions: { queueId: null, priority: null, tags: [`tag-${i}`], followerIds: [], skills: [], stop: false },
});

/** @param {number} i */
const candidate = (i) => ({
  personId: `agent${String(i).padStart(4, "0")}`,
  standsInFor: [],
  member: true,
  active: true,
  assignable: true,
  presence: i % 20 === 0 ? "away" : "available",
  onHours: true,
  absent: false,
  capacity: 12,
  load: i % 9,
  skills: new Map([
    [`skill${i % 5}`, 1 + (i % 5)],
    [`skill${(i + 1) % 5}`, 2],
  ]),
  languages: i % 3 ? ["en"] : ["en", "it"],
  regions: [],
  lastAssignedAt: i,
});

/** One worker gives out a queue of 500 agents, each with skills and hours of its own; rows, traces and events committed.
 * @param {import("vite").ViteDevServer} vite @param {string} url */
async function assign(vite, url) {
  const { assignQueue } = await vite.ssrLoadModule("/app/domain/tickets/assign-queue.server.ts");
  const { systemCtx } = await vite.ssrLoadModule("/app/platform/ctx.server.ts");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await clear(client);
    await client.query(CROWD, [AGENTS]);
    await client.query(WAITING, [WARM_UP]);
    await assignQueue(systemCtx(), QUEUE);
    await client.query(WAITING, [ASSIGNED]);
    await client.query("analyze ticket");
    const started = performance.now();
    let assigned = 0;
    for (let more = 1; more; assigned += more) more = (await assignQueue(systemCtx(), QUEUE)).assigned;
    const seconds = (performance.now() - started) / 1000;
    if (assigned !== ASSIGNED) throw new Error(`${assigned} of ${ASSIGNED} tickets were assigned`);
    const { rows } = await client.query(
      "select avg(pg_column_size(trace))::int as bytes from routing_decision where queue_id = $1",
      [QUEUE],
    );
    return { assignments: assigned / seconds, bytes: rows[0].bytes };
  } finally {
    await clear(client);
    await client.end();
  }
}

const QUEUE = "00000000-0000-7000-8000-0000000be5c4";
const prefixed = (/** @type {string} */ prefix, /** @type {string} */ n) =>
  `('00000000-0000-7000-8000-${prefix}' || lpad(to_hex(${n}), 8, '0'))::uuid`;

const CROWD = `
  with queued as (
    insert into queue (id, name, position, assignment, language_fit) values ('${QUEUE}', 'Benchmark of routing', 9999, 'best_match', 'prefer')
  ), skilled as (
    insert into skill (id, name) select ${prefixed("be51", "s")}, 'Benchmark skill ' || s from generate_series(0, 4) s
  ), hours as (
    insert into calendar (id, name) select ${prefixed("beca", "i")}, 'Benchmark hours ' || i from generate_series(1, $1::int) i
  ), hired as (
    insert into person (id, name, role, locale, created_at)
    select ${prefixed("bea6", "i")}, 'Benchmark agent ' || i, 'agent', (array['en','it'])[1 + i % 2], now() from generate_series(1, $1::int) i
  ), profiled as (
    insert into agent_profile (person_id, capacity, presence, presence_at, auto_away, languages, regions, calendar_id)
    select ${prefixed("bea6", "i")}, 1000, 'available', now(), false, '{}', '{}', ${prefixed("beca", "i")} from generate_series(1, $1::int) i
  ), timed as (
    insert into calendar_version (id, calendar_id, version, rules, at)
    select ${prefixed("becb", "i")}, ${prefixed("beca", "i")}, 1, jsonb_build_object('timeZone', 'Europe/Rome', 'holidays', '[]'::jsonb,
      'hours', (select jsonb_object_agg(d, '[["00:00","24:00"]]'::jsonb) from unnest(array['mon','tue','wed','thu','fri','sat','sun']) d)), now()
    from generate_series(1, $1::int) i
  ), able as (
    insert into agent_skill (person_id, skill_id, level)
    select ${prefixed("bea6", "i")}, ${prefixed("be51", "i % 5")}, 1 + i % 5 from generate_series(1, $1::int) i
  )
  insert into queue_member (queue_id, person_id) select '${QUEUE}', ${prefixed("bea6", "i")} from generate_series(1, $1::int) i`;

const WAITING = `
  with made as (
    insert into ticket (id, subject, requester_id, queue_id, state, status_id, channel, created_at, activity_at, public_at, waiting_since, next_due_at)
    select gen_random_uuid(), 'Benchmark ' || i, c.ids[1 + i % cardinality(c.ids)], '${QUEUE}', 'new', s.id, 'mail', now(), now(), now(), now(), '9999-12-31T00:00:00Z'
    from generate_series(1, $1::int) i
    cross join (select array_agg(id) as ids from (select id from person where role = 'customer' order by id limit 1000) p) c
    join ticket_status s on s.id = '00000000-0000-7000-8000-000000000001'
    returning id
  )
  insert into ticket_skill (ticket_id, skill_id, level)
  select id, ${prefixed("be51", "row_number() over () % 5")}, 1 from made`;

/** @param {pg.Client} client */
async function clear(client) {
  for (const statement of [
    `delete from event where ticket_id in (select id from ticket where queue_id = '${QUEUE}')`,
    `delete from ticket where queue_id = '${QUEUE}'`,
    `delete from queue where id = '${QUEUE}'`,
    "delete from person where name like 'Benchmark agent %'",
    "delete from skill where name like 'Benchmark skill %'",
    "delete from calendar_version where calendar_id in (select id from calendar where name like 'Benchmark hours %')",
    "delete from calendar where name like 'Benchmark hours %'",
    "delete from graphile_worker._private_jobs where locked_at is null",
  ])
    await client.query(statement);
}
