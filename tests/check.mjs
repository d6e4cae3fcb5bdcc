// npm run check: format, lint, types, architecture, unit and integration tests. Every step runs, also after a failure.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepare } from "../server/prepare.mjs";
import { root } from "../server/root.mjs";
import { countVitest, newReport, step, sumUp } from "./steps.mjs";

const folders = ["app", "emails", "search", "server", "bin", "prisma"];
const cruised = folders.filter((name) => fs.existsSync(path.join(root, name)));

/** Runs all steps; a failed one counts as one failure beside those of the tests. */
export async function check() {
  await prepare({ build: false });
  const report = newReport("vitest.json");
  const cruise = ["--config", ".dependency-cruiser.cjs", "--no-progress", ...cruised];
  const vitest = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const types = step("types", ["typescript/bin/tsc", "--noEmit"]); // as long as the four others together
  const steps = {
    format: await step("format", ["prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]),
    lint: await step("lint", ["oxlint/bin/oxlint"]),
    architecture: await step("architecture", ["dependency-cruiser/bin/dependency-cruise.mjs", ...cruise]),
    "dead code": await step("dead code", ["knip/bin/knip.js", "--cache", "--cache-location", ".cache/knip"]),
    types: await types,
  };
  const told = Object.entries(steps).flatMap(([title, ok]) => (ok ? [] : [title]));
  const tested = await step("tests", ["vitest/vitest.mjs", ...vitest]);
  const counts = countVitest(report);
  if (!tested && !counts.failed) told.push("tests");
  return { passed: counts.passed, failed: counts.failed + told.length, told: [...told, ...counts.told] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  sumUp(await check());
}
