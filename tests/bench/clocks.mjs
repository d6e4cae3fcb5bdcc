// Recompute of open tickets after a change of policy, by one worker, and what the desk's queue takes meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Client } from "./client.mjs";
import { leaveIndex } from "./leave-index.mjs";
import { startRole } from "./processes.mjs";

/** The number of open tickets that the budget speaks of. */
export const RECOMPUTED = 50_000;
const PATIENCE_MS = 600_000;
const CALENDAR = "00000000-0000-7000-8000-00000c10c001";
const VERSION = "00000000-0000-7000-8000-00000c10c002";

const office = ["mon", "tue", "wed", "thu", "fri"].map((day) => [
  day,
  [
    ["08:30", "12:30"],
    ["14:00", "18:00"],
  ],
]);
const hours = {
  timeZone: "Europe/Rome",
  hours: Object.fromEntries(office),
  holidays: ["01-01", "05-01", "12-25", "12-26"],
};

/** @typedef {{ seconds: number, tickets: number, p50: number, p95: number }} Recompute */

/** Seconds for 50,000 tickets, how many there were, and milliseconds of the queue page while they were recomputed.
 * @param {{ url: string, dataDir: string, cookie: string, path: string }} options @returns {Promise<Recompute>} */
export async function measureRecompute({ url, dataDir, cookie, path }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("delete from graphile_worker._private_jobs where locked_at is null");
  await leaveIndex(client);
  const common = { databaseUrl: url, dataDir };
  const running = [];
  try {
    running.push(await startRole({ role: "worker", ...common }));
    await caughtUp(client);
    const web = await startRole({ role: "web", ...common });
    running.push(web);
    const reader = new Client(web.port, cookie);
    for (let i = 0; i < 50; i++) await reader.get(path);

    await changePolicy(client);
    const tickets = await left(client);
    const started = performance.now();
    const pages = [];
    let done = 0;
    let took = 0;
    while (done < Math.min(tickets, RECOMPUTED)) {
      if (performance.now() - started > PATIENCE_MS) throw new Error(`only ${done} tickets were recomputed`);
      const asked = performance.now();
      await reader.get(path);
      pages.push(performance.now() - asked);
      done = tickets - (await left(client));
      took = performance.now() - started;
      await sleep(50);
    }
    reader.close();
    // The rest as well: other parts measure on the same data.
    while ((await left(client)) > 0 && performance.now() - started < PATIENCE_MS) await sleep(500);
    pages.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => pages[Math.floor(pages.length * share)] ?? 0;
    return { seconds: ((took / 1000) * RECOMPUTED) / done, tickets: done, p50: at(0.5), p95: at(0.95) };
  } finally {
    for (const process of running.reverse()) await process.stop();
    await client.end();
  }
}

/** What fell due since the data was made has been swept. @param {pg.Client} client */
async function caughtUp(client) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(500)) {
    const { rows } = await client.query(
      `select exists (select 1 from sla_target where met_at is null and cancelled_at is null and next_alarm_at < now() - interval '5 seconds') as due`,
    );
    if (!rows[0].due && (await left(client)) === 0) return;
  }
  throw new Error("the sweep did not catch up");
}

/** @param {pg.Client} client @returns {Promise<number>} */
async function left(client) {
  const { rows } = await client.query(
    `select count(*)::int as n from ticket where clock_version < (select version from sla_epoch) and deleted_at is null
       and state not in ('solved', 'closed')`,
  );
  return rows[0].n;
}

/** Every target by working time, or by wall time again: each due time moves. @param {pg.Client} client */
async function changePolicy(client) {
  await client.query("begin");
  await client.query(`insert into calendar (id, name) values ($1, 'Office') on conflict do nothing`, [CALENDAR]);
  await client.query(
    `insert into calendar_version (id, calendar_id, version, rules, at) values ($1, $2, 1, $3, now()) on conflict do nothing`,
    [VERSION, CALENDAR, hours],
  );
  await client.query(
    `insert into sla_policy_version (id, policy_id, version, rules, at)
     select gen_random_uuid(), p.id, p.version + 1, replace(jsonb_set(v.rules, '{calendarId}', to_jsonb($1::text))::text,
       '"clock": "' || c.now || '"', '"clock": "' || c.then || '"')::jsonb, now()
     from sla_policy p join sla_policy_version v on v.policy_id = p.id and v.version = p.version
     cross join lateral (select case when v.rules::text like '%"clock": "wall"%' then 'wall' else 'working' end as now,
       case when v.rules::text like '%"clock": "wall"%' then 'working' else 'wall' end as then) c`,
    [CALENDAR],
  );
  await client.query("update sla_policy set version = version + 1");
  await client.query("update sla_epoch set version = version + 1, at = now(), stale = null");
  await client.query(
    `select graphile_worker.add_job('tickets.recompute-clocks', '{}', job_key => 'recompute-clocks', priority => 20)`,
  );
  await client.query("commit");
}
