import pg from "pg";
import { StartupError } from "./startup-error.mjs";

const LOCK = 7_705_318;

/** Fills an empty database with the demo company, unless that was declined; returns whether it did, and whether anybody
 * is there. Of several processes that start at once one does it. @param {string} url @param {boolean} demo
 * @param {import("./application.mjs").Roles} roles */
export async function firstRun(url, demo, roles) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    if (await hasPeople(client)) return { seeded: false, empty: false };
    if (!demo) return { seeded: false, empty: true };
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    if (await hasPeople(client)) return { seeded: false, empty: false };
    process.stderr.write("Creating the demo company (once) …\n");
    const { runCommand } = await roles.cli();
    if ((await runCommand(["seed"])) !== 0) throw new StartupError("The demo company could not be created.");
    return { seeded: true, empty: false };
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client */
const hasPeople = async (client) => Boolean((await client.query("select 1 from person limit 1")).rowCount);
