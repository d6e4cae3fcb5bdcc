import { parseArgs } from "node:util";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { answerCalendarLines } from "~/domain/calendars/answer-calendar-lines.server";
import { createUser } from "~/domain/access/create-user.server";
import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { parseFiles, visibleFiles } from "~/domain/mail/parse-command.server";
import { pipeMail } from "~/domain/mailroom/pipe-mail.server";
import { translator } from "~/i18n/t.server";
import { DomainError } from "~/lib/errors";
import { systemCtx } from "~/platform/ctx.server";
import { seedDemo } from "../../prisma/seed";
import { evaluateCommand, reindexCommand, searchCommand } from "./search-commands.server";

export { listDemoAccounts } from "../../prisma/seed/accounts";

const USAGE = 64; // EX_USAGE of sysexits.h
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`sportello: ${line}\n`);

/** Runs one command of `npx sportello`; gives its exit code. Standard output carries results only. */
export async function runCommand(argv: string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    if (isBadOption(error)) {
      complain(error.message);
      return USAGE;
    }
    if (!(error instanceof DomainError)) throw error;
    const t = translator("en");
    complain(
      [
        t(error.code, error.params),
        ...Object.entries(error.fields).map(([name, key]) => `${name}: ${t(key, error.params)}`),
      ].join("\n  "),
    );
    return 1;
  }
}

async function run(argv: string[]): Promise<number> {
  const [command, what, ...rest] = argv;
  if (command === "seed") return seed();
  if (command === "user" && what === "create") return createUserCommand(rest);
  if (command === "token" && what === "create") return createTokenCommand(rest);
  if (command === "mail" && what === "parse") return parseFiles(rest[0] ?? null, process.stdin, process.stdout);
  if (command === "mail" && what === "visible") return visibleFiles(rest[0] ?? null, process.stdin, process.stdout);
  if (command === "calendar" && !what) return answerCalendarLines(process.stdin, process.stdout);
  if (command === "mail") return mailCommand(argv.slice(1));
  if (command === "search" && what === "eval") return evaluateCommand(rest);
  if (command === "search") return searchCommand(argv.slice(1));
  if (command === "reindex") return reindexCommand(argv.slice(1));
  if (command === "help" && (what === "import" || what === "export"))
    return (await import("./help-command.server")).runHelpCommand(what, rest);
  complain(`there is no command ${argv.join(" ")}. npx sportello help lists them.`);
  return USAGE;
}

async function seed(): Promise<number> {
  if (await seedDemo(systemCtx())) return 0;
  complain("the database is not empty; the demo company was not added.");
  return 1;
}

async function createUserCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      role: { type: "string", default: "customer" },
      name: { type: "string" },
      password: { type: "string" },
    },
  });
  if (!values.email) return missing("--email ADDRESS");
  const created = await createUser(systemCtx(), {
    email: values.email,
    role: values.role,
    name: values.name,
    password: values.password,
  });
  say(`${created.email} is ${values.role}.`);
  if (created.passwordUrl) say(`Choose a password within a day: ${created.passwordUrl}`);
  return 0;
}

async function createTokenCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { user: { type: "string" }, name: { type: "string", default: "command line" } },
  });
  if (!values.user) return missing("--user ADDRESS");
  const person = await findPersonByAddress(systemCtx(), values.user);
  if (!person) {
    complain(`nobody has the address ${values.user}.`);
    return 1;
  }
  const { token } = await createApiToken(systemCtx(), { personId: person.id, name: values.name });
  say(token);
  return 0;
}

async function mailCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { to: { type: "string", multiple: true }, from: { type: "string", default: "" } },
  });
  if (!values.to?.length) return missing("--to ADDRESS");
  return pipeMail({ recipients: values.to, envelopeFrom: values.from, input: process.stdin });
}

function missing(option: string): number {
  complain(`${option} is missing.`);
  return USAGE;
}

const isBadOption = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
