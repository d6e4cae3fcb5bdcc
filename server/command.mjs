// Every command but `start`: joins (or starts) the database for as long as it takes, and passes the exit code.
import { loadApplication } from "./application.mjs";
import { openDatabase } from "./database.mjs";
import { readEnvironment } from "./environment.mjs";
import { Shutdown } from "./shutdown.mjs";

/** Runs a command; returns its exit code. @param {string[]} argv */
export async function runCommand(argv) {
  const shutdown = new Shutdown();
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

/** Commands that on a signal take back what they began, and say so by their own exit code. @param {string[]} argv */
const undoesItsWork = ([command, what]) => command === "reindex" || (command === "search" && what === "eval");

/** Commands that only read what they are given. @param {string[]} argv */
const needsNoDatabase = ([command, what]) =>
  command === "calendar" || (command === "mail" && (what === "parse" || what === "visible"));
