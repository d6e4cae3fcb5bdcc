// What `npm run check` and `npm test` share: timed steps with their output, and counts from the reporters' JSON.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "../server/root.mjs";

export const results = path.join(root, ".cache/test-results");

/** `told`: a line for each failure, to stand at the end of the output. @typedef {{ passed: number, failed: number, told: string[] }} Counts */

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
  if (!report) return { passed: 0, failed: 1, told: [`no report ${path.basename(file)}`] };
  const told = report.testResults.flatMap((/** @type {VitestFile} */ { name, status, message, assertionResults }) => {
    const place = path.relative(root, name);
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (status === "failed" && !failed.length) return [`${place}: ${firstLine(message)}`];
    return failed.map((each) => `${place} › ${each.fullName}: ${firstLine(each.failureMessages[0])}`);
  });
  return { passed: report.numPassedTests, failed: told.length, told };
}

/** Counts of Playwright's JSON report. @param {string} file @returns {Counts} */
export function countPlaywright(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, told: [`no report ${path.basename(file)}`] };
  const { expected, flaky, unexpected } = report.stats;
  const errors = report.errors.map((/** @type {{ message?: string }} */ { message }) => firstLine(message));
  const told = [...report.suites.flatMap(failedJourneys), ...errors];
  return { passed: expected + flaky, failed: unexpected + report.errors.length, told };
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedJourneys({ suites = [], specs = [] }) {
  const own = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `tests/e2e/${file}:${line} › ${title}`);
  return [...own, ...suites.flatMap(failedJourneys)];
}

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ ok: boolean, file: string, line: number, title: string }} PlaywrightSpec */
/** @typedef {{ suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite */

/** @param {string | undefined} text */
const firstLine = (text) => (text ?? "").split(/\r?\n/, 1)[0]?.slice(0, 300) ?? "";

/** Says what failed and how many passed, last of all, and lets the process fail. @param {Counts} counts */
export function sumUp({ passed, failed, told }) {
  if (told.length) process.stdout.write(`\nFailed:\n${told.map((line) => `  ${line}\n`).join("")}`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed ? 1 : 0;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
