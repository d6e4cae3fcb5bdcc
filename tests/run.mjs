// npm test: everything, from a bare checkout to the browser. The last line is "N passed, N failed".
import { prepare } from "../server/prepare.mjs";
import { reportStartupError } from "../server/startup-error.mjs";

/** @type {import("./steps.mjs").Counts} */
const total = { passed: 0, failed: 0 };

/** @param {() => Promise<import("./steps.mjs").Counts>} part */
async function add(part) {
  try {
    const { passed, failed } = await part();
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    reportStartupError(error);
    total.failed += 1;
  }
}

async function check() {
  await prepare({ build: false });
  return (await import("./check.mjs")).check();
}

/** The built product, killed at random moments. */
async function crashes() {
  await prepare();
  const { countVitest, newReport, step } = await import("./steps.mjs");
  const report = newReport("crash.json");
  const vitest = ["vitest/vitest.mjs", "run", "--config", "tests/crash/vitest.config.ts"];
  const ok = await step("nothing lost", [
    ...vitest,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = countVitest(report);
  return ok || counts.failed ? counts : { ...counts, failed: 1 };
}

async function journeys() {
  await prepare();
  const [{ chromium }, { ensureChromium }, { countPlaywright, newReport, step }] = await Promise.all([
    import("@playwright/test"),
    import("./support/chromium.mjs"),
    import("./steps.mjs"),
  ]);
  const browser = ensureChromium(chromium.executablePath());
  if (!browser) return { passed: 0, failed: 1 };
  const report = newReport("playwright.json");
  const ok = await step("browser journeys", ["@playwright/test/cli.js", "test"], { CHROMIUM_PATH: browser });
  const counts = countPlaywright(report);
  return ok || counts.failed ? counts : { ...counts, failed: 1 };
}

await add(check);
await add(crashes);
await add(journeys);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed ? 1 : 0;
