// `sportello start`: configuration, database, roles, HTTP, and the way back.
import http from "node:http";
import v8 from "node:v8";
import { loadApplication } from "./application.mjs";
import { openDatabase } from "./database.mjs";
import { readEnvironment } from "./environment.mjs";
import { firstRun } from "./first-run.mjs";
import { explainListenError, listen, requireFreePorts } from "./ports.mjs";
import { Shutdown } from "./shutdown.mjs";

const DRAIN_MS = 3_000;
/** Pages leave much that dies young; on a large machine V8 would let the heap grow to several times what lives in it. */
v8.setFlagsFromString("--heap-growing-percent=30");
/** Prisma's query compiler (WebAssembly) is optimized only where jobs wait for it: that takes 40 MB, never given back. */
const PLAIN_COMPILER = "--wasm-tiering-budget=2147483647";

/** Starts the wanted roles and returns when they serve; the process then lives until a signal. */
export async function start() {
  const shutdown = new Shutdown();
  try {
    const config = readEnvironment();
    if (!config.roles.worker) v8.setFlagsFromString(PLAIN_COMPILER);
    await requireFreePorts(config);
    const database = await openDatabase(config);
    shutdown.add(database.close);
    await shutdown.checkpoint();

    const server = http.createServer();
    const application = await loadApplication(server);
    shutdown.add(application.close);
    await shutdown.checkpoint();

    const first = await firstRun(database.url, config.demo, application.roles);
    await startBackground(config, application.roles, shutdown);
    if (config.roles.web) await startHttp(config, application, server, shutdown);
    await shutdown.ready();
    await announce(config, application.roles, first.empty);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

/** @param {import("./config.mjs").Config} config @param {import("./application.mjs").Roles} roles
 * @param {Shutdown} shutdown */
async function startBackground(config, roles, shutdown) {
  if (config.roles.worker) {
    const worker = await (await roles.worker()).startWorker();
    shutdown.add(() => worker.stop());
    await shutdown.checkpoint();
  }
  if (config.roles.mail) {
    const { smtpHost, smtpPort } = config.mail;
    const { startMail } = await roles.mail();
    const mail = await startMail().catch((error) => {
      throw explainListenError(error, "MAIL_SMTP_PORT", smtpHost, smtpPort);
    });
    shutdown.add(() => mail.stop());
    await shutdown.checkpoint();
  }
}

/** @param {import("./config.mjs").Config} config @param {import("./application.mjs").Application} application
 * @param {http.Server} server @param {Shutdown} shutdown */
async function startHttp(config, application, server, shutdown) {
  const [{ startWeb }, { createHttpApp }] = await Promise.all([application.roles.web(), import("./http.mjs")]);
  const web = await startWeb();
  server.on("request", createHttpApp(config, application, web));
  server.keepAliveTimeout = 65_000; // longer than the idle time of common proxies, which else meet closed connections
  await listen(server, config);
  shutdown.add(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    await web.stop(); // ends the event streams, which else hold their connections open
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(timer);
  });
}

/** @param {import("./config.mjs").Config} config @param {import("./application.mjs").Roles} roles @param {boolean} empty */
async function announce({ roles: wanted, baseUrl, mail, demo }, roles, empty) {
  const lines = [];
  if (wanted.web) lines.push(`Sportello is ready at ${baseUrl}`, "");
  else
    lines.push(
      `Sportello is ready (${wanted.worker ? "worker" : ""}${wanted.worker && wanted.mail ? ", " : ""}${wanted.mail ? "mail" : ""})`,
      "",
    );
  if (wanted.mail) lines.push(`  mail to  ${mail.from}, by SMTP on ${mail.smtpHost}:${mail.smtpPort}`);
  if (empty) {
    lines.push("  There is nobody yet. Make the first administrator:");
    lines.push("  npx sportello user create --email you@company.com --role administrator");
  }
  const accounts = demo && wanted.web ? ((await (await roles.cli()).listDemoAccounts?.()) ?? []) : [];
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { email, password, role } of accounts) {
    lines.push(`  demo     ${email.padEnd(width)}  ${password}  (${role})`);
  }
  process.stdout.write(`${lines.join("\n").trimEnd()}\n`);
}
