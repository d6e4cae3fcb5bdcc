import { spawn } from "node:child_process";
import { root } from "../root.mjs";
import { StartupError } from "../startup-error.mjs";

/** Runs a program below the project's folder. Its output goes to standard error, because standard output may carry
 * a command's result; with `quiet` it is shown only when the program fails.
 * @param {string} what for the sentence when it fails @param {string} program @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] */
export async function run(what, program, args, { env = {}, quiet = false } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "pipe" : process.stderr, quiet ? "pipe" : process.stderr],
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on("data", (chunk) => output.push(chunk));
  child.stderr?.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => {
    child.once("close", resolve).once("error", (error) => resolve(error.message));
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new StartupError(`${what} failed (${typeof code === "number" ? `exit code ${code}` : code}).`);
}
