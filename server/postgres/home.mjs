// Where the embedded server keeps its files: <data>/postgres, or a place its account can reach.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { StartupError } from "../startup-error.mjs";
import { canEnter, serverAccount } from "./account.mjs";

/** @typedef {{ folder: string, cluster: string, passwordFile: string, log: string,
 *   account: import("./account.mjs").Account }} Home */

/** Chooses the server's folder for a data directory, and remembers the choice in it, so that a later change of
 * permissions never makes an existing database look like a new one.
 * @param {string} dataDir @returns {Promise<Home>} */
export async function findHome(dataDir) {
  const inside = path.join(dataDir, "postgres");
  const pointer = path.join(dataDir, "postgres-is-at");
  await makeFolder(dataDir);
  const remembered = (await fs.readFile(pointer, "utf8").catch(() => "")).trim();
  const chosen = remembered || inside;
  const account = await serverAccount(path.join(chosen, "cluster"));
  if (remembered) return describe(chosen, account);
  if (canEnter(account, dataDir)) return describe(inside, account);

  const advice = `PostgreSQL runs as another user than root, and that user cannot enter ${dataDir}; set SPORTELLO_DATA to a directory it can enter (for example /srv/sportello), or DATABASE_URL.`;
  if (await fs.stat(path.join(inside, "cluster")).catch(() => null)) throw new StartupError(advice);
  const outside = `/var/lib/sportello-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  try {
    await makeFolder(outside);
    if (!canEnter(account, outside)) throw new StartupError(advice);
    await fs.writeFile(pointer, `${outside}\n`);
  } catch (cause) {
    throw new StartupError(advice, cause);
  }
  return describe(outside, account);
}

/** @param {string} folder @param {import("./account.mjs").Account} account @returns {Home} */
function describe(folder, account) {
  return {
    folder,
    cluster: path.join(folder, "cluster"),
    passwordFile: path.join(folder, "cluster", "sportello.password"),
    log: path.join(folder, "server.log"),
    account,
  };
}

/** Creates the data directory, closed to others (as root: passable for the server's account), and refuses, in one
 * sentence, a disk that cannot be written.
 * @param {string} dataDir */
export async function makeFolder(dataDir) {
  try {
    const created = await fs.mkdir(dataDir, { recursive: true });
    if (created) await fs.chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    await fs.access(dataDir, fs.constants.W_OK);
  } catch (cause) {
    throw new StartupError(
      `The data directory ${dataDir} cannot be written (${/** @type {Error} */ (cause).message.split(":")[0]}); make it writable for this user or set SPORTELLO_DATA to another directory.`,
      cause,
    );
  }
}
