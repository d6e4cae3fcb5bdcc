// The browser of the journeys: CHROMIUM_PATH, Playwright's own, or the system's.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const packages = ["chromium", "fonts-dejavu-core"];

/** Path of a Chromium to run, or null. @param {string} own where Playwright's own would be */
export function findChromium(own) {
  return [process.env.CHROMIUM_PATH ?? "", own, ...places].find((file) => file !== "" && fs.existsSync(file)) ?? null;
}

/** Finds a Chromium; on Debian and as root installs it. Otherwise says what to install. @param {string} own
 * @returns {string | null} */
export function ensureChromium(own) {
  const found = findChromium(own);
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    process.stdout.write("Installing Chromium with apt-get …\n");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { stdio: "inherit", env });
  }
  const installed = findChromium(own);
  if (!installed) {
    process.stderr.write(
      `The browser journeys need Chromium: install it (Debian: apt-get install ${packages.join(" ")}; or: npx playwright install chromium) or set CHROMIUM_PATH.\n`,
    );
  }
  return installed;
}
