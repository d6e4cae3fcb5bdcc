// One preparation at a time: a file that its holder touches every few seconds; untouched for a while it counts as left
// behind by a killed process.
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const TOUCH_MS = 2_000;
const STALE_MS = 15_000;

/** Runs `act` while holding the lock file; waits as long as another process holds it.
 * @template T @param {string} file @param {() => Promise<T>} act @param {() => void} [onWait] called once
 * @returns {Promise<T>} */
export async function withLock(file, act, onWait = () => {}) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const owner = `${os.hostname()} ${process.pid} ${Math.random()}`;
  for (let waited = false; !(await take(file, owner)); waited = true) {
    if (!waited) onWait();
    await pause(200);
  }
  const timer = setInterval(() => fs.utimes(file, new Date(), new Date()).catch(() => {}), TOUCH_MS);
  const release = () => clearInterval(timer);
  try {
    return await act();
  } finally {
    release();
    if ((await fs.readFile(file, "utf8").catch(() => "")) === owner) await fs.rm(file, { force: true });
  }
}

/** @param {string} file @param {string} owner */
async function take(file, owner) {
  try {
    await fs.writeFile(file, owner, { flag: "wx" });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (await isAbandoned(file)) await fs.rm(file, { force: true });
    return false;
  }
  await pause(30); // another process may have judged the former file abandoned and be about to remove this one
  return (await fs.readFile(file, "utf8").catch(() => "")) === owner;
}

/** @param {string} file */
async function isAbandoned(file) {
  const [text, stat] = await Promise.all([fs.readFile(file, "utf8").catch(() => ""), fs.stat(file).catch(() => null)]);
  if (!stat) return false;
  if (Date.now() - stat.mtimeMs > STALE_MS) return true;
  const [host, pid] = text.split(" ");
  if (host !== os.hostname() || !Number(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
