// What `npm run check` and `npm test` share: timed steps with their output, and counts from the reporters' JSON.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "../server/root.mjs";

export const results = path.join(root, ".cache/test-results");

/** @typedef {{ passed: number, failed: number }} Counts */

/** Runs a program of node_modules with its output shown; returns whether it succeeded. @param {string} title
 * @param {string[]} command script below node_modules and its arguments @param {Record<string, string>} [env] */
export async function step(title, [script = "", ...args], env = {}) {
  const started = performance.now();
  process.stdout.write(`\n▸ ${title}\n`);
  const child = spawn(process.execPath, [path.join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const code = await new Promise((resolve) => child.once("close", resolve).once("error", () => resolve(1)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? "✔" : "✘"} ${title} (${seconds} s)\n`);
  return code === 0;
}

/** @param {string} name @returns {string} path of a report, removed so that an old one is never counted */
export function newReport(name) {
  fs.mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  fs.rmSync(file, { force: true });
  return file;
}

/** Counts of vitest's JSON report; a file that could not be loaded is one failure, as is a missing report.
 * @param {string} file @returns {Counts} */
export function countVitest(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ each) =>
      each.status === "failed" && !each.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/** Counts of Playwright's JSON report. @param {string} file @returns {Counts} */
export function countPlaywright(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
