// Packages: installed anew when package-lock.json is not the one they came from.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "../root.mjs";
import { run } from "./run.mjs";

const record = path.join(root, "node_modules/.sportello-lock");

/** Whether node_modules is what package-lock.json says. */
export function isInstalled() {
  const lock = readText(path.join(root, "package-lock.json"));
  if (lock === "") return true; // nothing says what should be there
  const hash = createHash("sha256").update(lock).digest("hex");
  if (readText(record) === hash) return true;
  if (!agrees(lock)) return false;
  writeRecord(hash);
  return true;
}

/** Runs npm, and remembers the lock file only after it succeeded. */
export async function install() {
  const lock = fs.readFileSync(path.join(root, "package-lock.json"));
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) await run("npm ci", process.execPath, [npm, ...args]);
  else await run("npm ci", process.platform === "win32" ? "npm.cmd" : "npm", args);
  writeRecord(createHash("sha256").update(lock).digest("hex"));
}

/** Packages that someone installed with npm directly count too: npm notes what it did in a lock file of its own.
 * @param {string} lock */
function agrees(lock) {
  try {
    const wanted = JSON.parse(lock).packages;
    const present = JSON.parse(readText(path.join(root, "node_modules/.package-lock.json"))).packages;
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === "" || (!present[name] && (entry.optional || entry.devOptional || entry.peer))) return true;
      return present[name]?.version === entry.version && present[name]?.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/** @param {string} hash */
function writeRecord(hash) {
  try {
    fs.writeFileSync(record, hash);
  } catch {
    // a disk that cannot be written only makes the next start compare again
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
