// npm test: everything, from a bare checkout to the browser. The last line is "N passed, N failed".
import { prepare } from "../server/prepare.mjs";
import { reportStartupError } from "../server/startup-error.mjs";
import { countPlaywright, countVitest, newReport, step, sumUp } from "./steps.mjs";

/** @type {import("./steps.mjs").Counts} */
const total = { passed: 0, failed: 0, told: [] };

/** @param {string} title @param {() => Promise<import("./steps.mjs").Counts>} part */
async function add(title, part) {
  try {
    const { passed, failed, told } = await part();
    total.passed += passed;
    total.failed += failed;
    total.told.push(...told);
  } catch (error) {
    reportStartupError(error);
    total.failed += 1;
    total.told.push(title);
  }
}

async function check() {
  await prepare({ build: false });
  return (await import("./check.mjs")).check();
}

/** The built product, killed at random moments. */
async function crashes() {
  await prepare();
  const report = newReport("crash.json");
  const vitest = ["vitest/vitest.mjs", "run", "--config", "tests/crash/vitest.config.ts"];
  const ok = await step("nothing lost", [
    ...vitest,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = countVitest(report);
  return ok || counts.failed ? counts : { ...counts, failed: 1, told: ["nothing lost"] };
}

async function journeys() {
  await prepare();
  const [{ chromium }, { ensureChromium }] = await Promise.all([
    import("@playwright/test"),
    import("./support/chromium.mjs"),
  ]);
  const browser = ensureChromium(chromium.executablePath());
  if (!browser) return { passed: 0, failed: 1, told: ["no browser"] };
  const report = newReport("playwright.json");
  const ok = await step("browser journeys", ["@playwright/test/cli.js", "test"], { CHROMIUM_PATH: browser });
  const counts = countPlaywright(report);
  return ok || counts.failed ? counts : { ...counts, failed: 1, told: ["browser journeys"] };
}

await add("check", check);
await add("nothing lost", crashes);
await add("browser journeys", journeys);
sumUp(total);
