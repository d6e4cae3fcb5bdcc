// Every command but `start`: joins (or starts) the database for as long as it takes, and passes the exit code.
import { loadApplication } from "./application.mjs";
import { openDatabase } from "./database.mjs";
import { readEnvironment } from "./environment.mjs";
import { Shutdown } from "./shutdown.mjs";

/** Runs a command; returns its exit code. @param {string[]} argv */
export async function runCommand(argv) {
  const shutdown = new Shutdown((signal) => interrupted(argv, signal));
  try {
    const config = readEnvironment();
    if (needsNoDatabase(argv)) return await (await (await loadApplication()).roles.cli()).runCommand(argv);
    const database = await openDatabase(config);
    shutdown.add(database.close);
    if (argv[0] === "migrate") {
      process.stdout.write(`${database.applied.join("\n") || "The database is up to date."}\n`);
      return 0;
    }
    const application = await loadApplication();
    shutdown.add(application.close);
    await (undoesItsWork(argv) ? shutdown.checkpoint() : shutdown.ready());
    return await (await application.roles.cli()).runCommand(argv);
  } finally {
    await shutdown.run();
  }
}

const TRY_AGAIN = 75; // EX_TEMPFAIL of sysexits.h
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** A command that a signal ends has not done its work, and says so as shells do; mail that was not taken is kept by who
 * brought it. @param {string[]} argv @param {import("./shutdown.mjs").Signal} signal */
const interrupted = ([command], signal) => (command === "mail" ? TRY_AGAIN : 128 + SIGNALS[signal]);

/** Commands that on a signal take back what they began, or end where they can go on, and say so by their own exit code.
 * @param {string[]} argv */
const undoesItsWork = ([command, what]) =>
  ["reindex", "help"].includes(command ?? "") || (command === "search" && what === "eval");

/** Commands that only read what they are given. @param {string[]} argv */
const needsNoDatabase = ([command, what]) =>
  command === "calendar" || (command === "mail" && (what === "parse" || what === "visible"));
