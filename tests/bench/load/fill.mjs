// Fills a migrated, empty database with a company's three years: server side, two tables at a time.
import pg from "pg";
import { functions } from "./functions.mjs";
import { dropIndexes, listIndexes } from "./indexes.mjs";
import { conversationTables, countLoads, FIRST_NUMBER, ticketTable } from "./large-tables.mjs";
import { startProgress } from "./progress.mjs";
import { smallTables } from "./small-tables.mjs";

const CHUNK = 20_000;
const HANDS = 2;
/** An index costs about as much as this many rows cost per row of its table. */
const INDEX_WEIGHT = 0.12;
/** Tables whose key is a hash. */
const UNORDERED = ["thread_key", "seen_mail"];

/** @param {string} url @param {number} tickets */
export async function fill(url, tickets) {
  const first = ticketTable(tickets);
  const rest = conversationTables();
  const client = await connect(url);
  const end = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  await client.query(functions(end));
  for (const sql of smallTables(tickets)) await client.query(sql);
  const indexes = await listIndexes(
    client,
    [first, ...rest].map(({ table }) => table),
    UNORDERED,
  );
  await dropIndexes(client, indexes);

  const weightOf = (/** @type {string} */ table) =>
    tickets * ([first, ...rest].find((load) => load.table === table)?.perTicket ?? 1);
  const total = [first, ...rest].reduce((sum, { perTicket }) => sum + tickets * perTicket, 0);
  const indexing = indexes.reduce((sum, { table }) => sum + INDEX_WEIGHT * weightOf(table), 0);
  const progress = startProgress(`Loading ${tickets.toLocaleString("en")} tickets`, total + indexing);

  /** @param {import("./large-tables.mjs").Load} load @param {pg.Client} hand */
  const insert = async ({ table, perTicket, sql }, hand) => {
    for (let from = FIRST_NUMBER; from < FIRST_NUMBER + tickets; from += CHUNK) {
      const to = Math.min(from + CHUNK, FIRST_NUMBER + tickets);
      await hand.query(sql, [from, to]);
      progress.add((to - from) * perTicket, table);
    }
  };
  /** @param {import("./indexes.mjs").Index} index @param {pg.Client} hand */
  const rebuild = async ({ definition, table, name }, hand) => {
    await hand.query(definition);
    progress.add(INDEX_WEIGHT * weightOf(table), name);
  };

  const ofTickets = indexes.filter(({ table }) => table === "ticket");
  await insert(first, client);
  await share(url, ofTickets, rebuild);
  await client.query("vacuum analyze ticket, person, email_address");
  await share(url, rest, insert);
  await share(
    url,
    indexes.filter((index) => !ofTickets.includes(index)),
    rebuild,
  );
  await client.query(countLoads);
  await client.query(`select setval('ticket_number_seq', ${FIRST_NUMBER + tickets})`);
  await client.query("drop schema bench cascade");
  await client.query("vacuum (freeze, analyze)");
  progress.end();
  await client.end();
}

/** Works through the list with two connections. @template T @param {string} url @param {T[]} list
 * @param {(item: T, hand: pg.Client) => Promise<void>} act */
async function share(url, list, act) {
  const waiting = [...list];
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      const hand = await connect(url);
      for (let item = waiting.shift(); item; item = waiting.shift()) await act(item, hand);
      await hand.end();
    }),
  );
}

/** References hold by construction, so they are not checked row by row. @param {string} url */
async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB'",
  );
  return client;
}
