// The server process: started detached (Ctrl-C reaches the program first, not the database), found by its pid file.
import { spawn } from "node:child_process";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const LOG_LIMIT = 10_000_000;

/** The server that holds this cluster, or null; a pid file left by a dead process counts as none.
 * @param {string} cluster @returns {Promise<{ pid: number, port: number, ready: boolean } | null>} */
export async function readPostmaster(cluster) {
  const text = await fs.readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n"); // pid, cluster, start, port, socket folder, host, shared memory, status
  const pid = Number(lines[0]);
  return pid && isAlive(pid) ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
}

/** Starts the server and waits until it is ready; null when it ended instead (another process was faster, or it failed).
 * @param {import("./home.mjs").Home} home @param {string} program @param {number} port @param {string[]} settings
 * @param {number} deadline milliseconds since the epoch */
export async function launchServer(home, program, port, settings, deadline) {
  const size = (await fs.stat(home.log).catch(() => null))?.size ?? 0;
  const log = await fs.open(home.log, size > LOG_LIMIT ? "w" : "a", 0o600);
  const { uid, gid } = home.account;
  if (uid !== undefined && gid !== undefined) await log.chown(uid, gid); // so that this user can start it alone later
  const options = [...defaults(), ...settings].flatMap((setting) => ["-c", setting]);
  const child = spawn(program, ["-D", home.cluster, "-p", String(port), ...options], {
    ...home.account,
    detached: true,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "ignore", log.fd],
  });
  let ended = false;
  child.once("exit", () => (ended = true)).once("error", () => (ended = true));
  child.unref();
  await log.close();
  while (!ended && Date.now() < deadline) {
    const server = await readPostmaster(home.cluster);
    if (server?.pid === child.pid && server?.ready) return server;
    await pause(20);
  }
  return null;
}

/** The last line the server wrote about why it ended. @param {string} log */
export async function lastComplaint(log) {
  const lines = (await fs.readFile(log, "utf8").catch(() => "")).trim().split("\n");
  const line = lines.findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? lines.at(-1) ?? "";
  return line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "");
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. @param {number} pid */
export async function stopServer(pid) {
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 8000 && isAlive(pid); waited += 25) await pause(25);
}

export const findFreePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** A small server on a machine of its own: SSD-like disks, short queries, so no just-in-time compiler. */
function defaults() {
  const megabytes = Math.floor(os.totalmem() / 1_048_576);
  return [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    `shared_buffers=${Math.min(256, Math.max(32, Math.floor(megabytes / 8)))}MB`,
    `effective_cache_size=${Math.max(128, Math.floor(megabytes / 2))}MB`,
    "maintenance_work_mem=128MB",
    "random_page_cost=1.1",
    "jit=off",
    "max_wal_size=2GB",
    "timezone=UTC",
    "log_timezone=UTC",
  ];
}
