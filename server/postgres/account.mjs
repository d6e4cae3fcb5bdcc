// PostgreSQL refuses to run as root: then it runs as the owner of its files, or as user postgres.
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs/promises";
import { StartupError } from "../startup-error.mjs";

/** @typedef {{ uid?: number, gid?: number }} Account spawn options; empty when the server runs as ourselves */

/** The account the server runs as: ourselves, or as root the owner of an existing cluster, else user postgres.
 * @param {string} cluster @returns {Promise<Account>} */
export async function serverAccount(cluster) {
  const self = process.getuid?.();
  const owner = await fs.stat(cluster).catch(() => null);
  if (self !== 0) {
    if (owner && self !== undefined && owner.uid !== self) {
      throw new StartupError(
        `The database in ${cluster} belongs to another user; start Sportello as that user or as root, or set SPORTELLO_DATA to a directory of your own.`,
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp("postgres") ?? createAccount() ?? lookUp("nobody") ?? refuse();
}

/** Whether that account can enter the directory, asked of the kernel rather than of mode bits.
 * @param {Account} account @param {string} directory */
export function canEnter(account, directory) {
  if (account.uid === undefined) return true;
  const run = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...account, cwd: "/", stdio: "ignore" });
  return run.status === 0;
}

/** @param {string} name @returns {Account | null} */
function lookUp(name) {
  /** @param {string} flag */
  const id = (flag) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function createAccount() {
  const commands = [
    ["useradd", "--system", "--user-group", "--no-create-home", "postgres"],
    ["adduser", "-S", "-D", "-H", "postgres"],
  ];
  for (const [command = "", ...args] of commands) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return lookUp("postgres");
  }
  return null;
}

/** @returns {never} */
function refuse() {
  throw new StartupError(
    "PostgreSQL does not run as root and no user postgres could be made; start Sportello as an ordinary user or set DATABASE_URL.",
  );
}
