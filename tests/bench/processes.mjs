// The product's processes, one role each, from the production build.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { findFreePort } from "../../server/postgres/process.mjs";
import { root } from "../../server/root.mjs";

/** @typedef {{ pid: number, port: number, stop(): Promise<void> }} Running */

/** Starts one role and waits until it serves. `port` is HTTP's for web and SMTP's for mail.
 * @param {{ role: "web" | "worker" | "mail", databaseUrl: string, dataDir: string, env?: Record<string, string> }} options
 * @returns {Promise<Running>} */
export async function startRole({ role, databaseUrl, dataDir, env = {} }) {
  const port = await findFreePort();
  const child = spawn(process.execPath, [path.join(root, "bin/sportello.mjs"), "start"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
      SPORTELLO_ROLES: role,
      SPORTELLO_DATA: path.join(dataDir, "application"),
      SPORTELLO_SECRET: "a secret of the benchmark, of more than forty letters",
      SPORTELLO_DEMO: "0",
      PORT: String(role === "web" ? port : await findFreePort()),
      BASE_URL: "",
      MAIL_SMTP_PORT: String(role === "mail" ? port : await findFreePort()),
      MAIL_DOMAIN: "northwind.example",
      SMTP_URL: "",
      RESEND_API_KEY: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk).includes("is ready") && resolve(undefined));
    void ended.then((code) => reject(new Error(`the ${role} process ended with ${code}: ${said}`)));
  });
  return {
    pid: /** @type {number} */ (child.pid),
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const TICKS_PER_SECOND = 100; // sysconf(_SC_CLK_TCK) on every Linux

/** Milliseconds of CPU, user and system, that the processes have used; ended ones count as none. @param {number[]} pids */
export function cpuOf(pids) {
  let ticks = 0;
  for (const pid of pids) {
    const fields = readProc(pid, "stat").split(") ").pop()?.split(" ") ?? [];
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** Resident memory in megabytes. @param {number} pid */
export const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readProc(pid, "status"))?.[1] ?? 0) / 1024;

/** @param {number} pid @param {string} name */
function readProc(pid, name) {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
