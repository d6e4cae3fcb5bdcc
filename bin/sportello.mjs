#!/usr/bin/env node
// The command line's door. Imports nothing but Node's own modules until the packages are there.
import { outliveClosedPipes } from "../server/closed-pipe.mjs";
import { prepare } from "../server/prepare.mjs";
import { reportStartupError } from "../server/startup-error.mjs";

const TRY_AGAIN = 75; // EX_TEMPFAIL of sysexits.h: the mail system keeps the message and repeats

const HELP = `Usage: npx sportello COMMAND

  start                                     web, worker and mail receiver (SPORTELLO_ROLES picks)
  migrate                                   bring the database to this version
  seed                                      fill an empty database with the demo company
  user create --email ADDRESS --role ROLE   customer, agent, editor or administrator
  token create --user ADDRESS               a bearer token for the REST API
  mail --to ADDRESS                         take one message from standard input; 75 means "try again"
  mail parse [FILE or DIR]                  what the parser makes of messages, one line of JSON each
  mail visible [FILE or DIR]                the same for the visible part of plain text
  calendar                                  deadlines and working time, one line of JSON each (standard input)
  search [--json] [--lang L] WORDS          what strangers find in the help centre; --as ADDRESS what that person finds
  search eval FILE [--engine E]             how well an index of its own answers judged queries, as one JSON object
  reindex [--engine E]                      build the search index anew beside the one in use
  help import FOLDER|ZIP [--dry-run]        take a help centre's files over, --json for the report (docs/help-format.md)
  help export FOLDER|ZIP                    write the knowledge base out in the same format
  help                                      this list
`;

/** @param {string[]} argv */
async function main(argv) {
  const [command = "help", what = ""] = argv;
  const transfers = command === "help" && ["import", "export"].includes(what);
  if (["help", "--help", "-h"].includes(command) && !transfers) {
    process.stdout.write(HELP);
    return 0;
  }
  if (
    !transfers &&
    !["start", "migrate", "seed", "user", "token", "mail", "calendar", "search", "reindex"].includes(command)
  ) {
    process.stderr.write(`sportello: there is no command ${command}.\n\n${HELP}`);
    return 64; // EX_USAGE
  }
  const development = command === "start" && process.env.NODE_ENV === "development";
  await prepare({ build: !development && command !== "migrate" });
  if (command === "start") {
    const { start } = await import("../server/main.mjs");
    await start();
    return null;
  }
  const { runCommand } = await import("../server/command.mjs");
  return runCommand(argv);
}

outliveClosedPipes(process.stdout, process.stderr);
const argv = process.argv.slice(2);
const code = await main(argv).catch((error) => {
  const failed = reportStartupError(error);
  return argv[0] === "mail" ? TRY_AGAIN : failed;
});
if (code !== null) process.stdout.write("", () => process.exit(code));
