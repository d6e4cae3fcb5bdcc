import { fork } from "node:child_process";
import path from "node:path";
import { root } from "../root.mjs";
import { StartupError } from "../startup-error.mjs";
import { compareMigrations } from "./migrations.mjs";

/** Applies what is pending in a child process (the engine's memory goes with it), or refuses in one sentence a
 * database with a failed migration or one that a newer version of the program has migrated.
 * @param {string} url @returns {Promise<string[]>} the names applied */
export async function deployApart(url) {
  const { pending, failed, unknown } = await compareMigrations(url, path.join(root, "prisma/migrations"));
  if (unknown.length) {
    throw new StartupError(
      `The database was migrated by a newer version of Sportello (${unknown.at(-1)}); install that version or restore a backup from before it.`,
    );
  }
  if (failed.length) {
    throw new StartupError(
      `Migration ${failed[0]} failed on this database earlier; restore the backup from before it, or repair it and mark the row in _prisma_migrations as rolled back.`,
    );
  }
  if (!pending.length) return [];
  const child = fork(path.join(root, "server/migrate.mjs"), ["deploy"], {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: [],
    detached: true, // Ctrl-C must not reach it in the middle
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new StartupError("The database could not be migrated; it was left at the last whole step.");
  return pending;
}
