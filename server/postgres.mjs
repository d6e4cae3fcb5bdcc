// Starts or joins the local PostgreSQL that Sportello brings along. Safe with several processes at once.
import fs from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { findBinaries } from "./postgres/binaries.mjs";
import { findHome, makeFolder } from "./postgres/home.mjs";
import { initializeCluster } from "./postgres/initialize.mjs";
import { enter } from "./postgres/presence.mjs";
import { findFreePort, lastComplaint, launchServer, pause, readPostmaster, stopServer } from "./postgres/process.mjs";
import { StartupError } from "./startup-error.mjs";

/** Settings for databases that nobody would miss: tests and benchmarks. */
export const throwawaySettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const RESTART_MS = 1_000;

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url connection string of the database
 * @property {number} port
 * @property {boolean} started  false when another process had started it
 * @property {() => Promise<boolean>} stop call it after closing your own pools; true when we were the last and it stopped
 */

/** Makes sure the cluster below `dataDir` runs and holds `database`; restarts it on the same port if it dies under us.
 * @param {{ dataDir: string, database?: string, settings?: string[] }} options
 * @returns {Promise<EmbeddedPostgres>} */
export async function ensurePostgres({ dataDir, database = "sportello", settings = [] }) {
  const home = await findHome(path.resolve(dataDir));
  await makeFolder(home.folder);
  const binaries = await findBinaries(home.account, home.folder);
  await initializeCluster(home, binaries);
  const password = (await fs.readFile(home.passwordFile, "utf8")).trim();
  /** @param {number} port @param {string} name */
  const url = (port, name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;

  let stopping = false;
  /** @type {Awaited<ReturnType<typeof enter>>} */
  let presence;
  /** @param {number} [wanted] the port that this process's pools already use */
  async function join(wanted) {
    const deadline = Date.now() + 45_000;
    let complaint = "";
    for (let attempt = 0; Date.now() < deadline; attempt++) {
      const running = await readPostmaster(home.cluster);
      const foreign = running?.ready && attempt > 3; // the pid was given to another program since
      const launched = !running || foreign;
      const server = launched
        ? await launchServer(home, binaries.postgres, wanted ?? (await findFreePort()), settings, deadline)
        : running;
      if (server?.ready) {
        try {
          presence = await enter(url(server.port, "postgres"), recover);
          return { port: server.port, started: launched };
        } catch (error) {
          complaint = /** @type {Error} */ (error).message;
        }
      } else if (launched && attempt >= 5) {
        complaint = await lastComplaint(home.log);
        if (!(await readPostmaster(home.cluster))) break;
      }
      await pause(100);
    }
    throw new StartupError(
      `The embedded PostgreSQL did not start: ${complaint.replace(/\.$/, "")} (its log is ${home.log}).`,
    );
  }
  /** @type {Promise<unknown>} */
  let recovery = Promise.resolve();
  function recover() {
    if (!stopping) recovery = restart();
  }
  /** Until it runs again: what keeps it from starting (a full disk, children of the killed one) may pass. */
  async function restart() {
    for (let complaint = ""; !stopping; await pause(RESTART_MS)) {
      try {
        return await join(port);
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        if (message !== complaint) process.stderr.write(`sportello: ${message}\n`);
        complaint = message;
      }
    }
  }

  const { port, started } = await join();
  await createDatabase(presence.client, database);
  return {
    url: url(port, database),
    port,
    started,
    async stop() {
      stopping = true;
      await recovery;
      return presence.leave(async () => {
        const server = await readPostmaster(home.cluster);
        if (server) await stopServer(server.pid);
      });
    },
  };
}

/** @param {pg.Client} client @param {string} name */
async function createDatabase(client, name) {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return;
  await client.query(`create database ${pg.escapeIdentifier(name)}`).catch((error) => {
    if (!["42P04", "23505"].includes(error.code)) throw error; // another process was faster
  });
}
