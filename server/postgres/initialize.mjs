// Creates the cluster once. Two processes may try at the same time: the rename decides.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartupError } from "../startup-error.mjs";

const run = promisify(execFile);

/** Makes the cluster with a random password (kept in it, mode 0600) unless it exists; refuses another version's.
 * @param {import("./home.mjs").Home} home @param {import("./binaries.mjs").Binaries} binaries */
export async function initializeCluster(home, binaries) {
  const found = await fs.readFile(path.join(home.cluster, "PG_VERSION"), "utf8").catch((error) => {
    if (error.code === "ENOENT") return null;
    throw new StartupError(`The database in ${home.cluster} cannot be read (${error.code}).`, error);
  });
  if (found !== null) return refuseOtherVersion(home, Number.parseInt(found, 10), binaries.major);

  let temporary = "";
  try {
    temporary = await fs.mkdtemp(path.join(home.folder, "new-"));
    const pass = path.join(temporary, "password");
    const cluster = path.join(temporary, "cluster");
    await fs.mkdir(cluster, { mode: 0o700 });
    await fs.chmod(temporary, 0o711);
    await fs.writeFile(pass, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    await giveTo(home.account, cluster, pass);
    await initdb(binaries.initdb, cluster, pass, home.account);
    await fs.rename(pass, path.join(cluster, path.basename(home.passwordFile)));
    await fs.rename(cluster, home.cluster).catch((error) => {
      if (!["ENOTEMPTY", "EEXIST"].includes(error.code)) throw error; // another process was faster: use its cluster
    });
  } catch (cause) {
    const error = /** @type {NodeJS.ErrnoException & { stderr?: string }} */ (cause);
    const why = (error.stderr?.trim().split("\n").pop() || error.message).replace(/\.$/, "");
    throw new StartupError(`The database could not be created in ${home.folder}: ${why}.`, cause);
  } finally {
    if (temporary) await fs.rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** @param {string} program @param {string} cluster @param {string} pass
 * @param {import("./account.mjs").Account} account */
async function initdb(program, cluster, pass, account) {
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"];
  const access = ["-U", "postgres", `--pwfile=${pass}`, "--auth=scram-sha-256"];
  await run(program, ["-D", cluster, "-E", "UTF8", "--no-sync", ...locale, ...access], {
    ...account,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
  });
}

/** @param {import("./account.mjs").Account} account @param {string[]} files */
async function giveTo({ uid, gid }, ...files) {
  if (process.getuid?.() !== 0 || uid === undefined || gid === undefined) return;
  for (const file of files) await fs.chown(file, uid, gid);
}

/** @param {import("./home.mjs").Home} home @param {number} found @param {number} ours */
function refuseOtherVersion(home, found, ours) {
  if (found === ours) return;
  const advice = found > ours ? "install the newer Sportello again" : "export it with the older version's pg_dump";
  throw new StartupError(
    `The database in ${home.cluster} is of PostgreSQL ${found}, this program brings PostgreSQL ${ours}; ${advice} or set SPORTELLO_DATA to another directory.`,
  );
}
