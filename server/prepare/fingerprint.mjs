// Whether sources changed since something was made from them. Sizes and times are compared first; only when these
// differ (a fresh checkout, a touched file) are contents read.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "../root.mjs";

/** @typedef {{ stats: string, contents: string }} Fingerprint */

/** @param {string[]} sources files and folders below the project's @param {RegExp} ignore paths left out
 * @param {string} record file that holds the fingerprint of the last success
 * @returns {{ fresh: boolean, current: () => Fingerprint }} */
export function compareSources(sources, ignore, record) {
  const files = sources.flatMap((source) => listFiles(source, ignore)).sort();
  const stats = digest(files, (hash, file) => {
    const { size, mtimeMs } = fs.statSync(path.join(root, file));
    hash.update(`${size} ${mtimeMs}`);
  });
  const known = readRecord(record);
  if (known?.stats === stats) return { fresh: true, current: () => known };
  const contents = digest(files, (hash, file) => hash.update(fs.readFileSync(path.join(root, file))));
  const current = { stats, contents };
  if (known?.contents === contents) {
    writeRecord(record, current);
    return { fresh: true, current: () => current };
  }
  return { fresh: false, current: () => current };
}

/** @param {string} record @param {Fingerprint} fingerprint */
export function writeRecord(record, fingerprint) {
  try {
    fs.mkdirSync(path.dirname(record), { recursive: true });
    fs.writeFileSync(record, JSON.stringify(fingerprint));
  } catch {
    // a disk that cannot be written only makes the next start compare again
  }
}

/** @param {string} record @returns {Fingerprint | null} */
function readRecord(record) {
  try {
    return JSON.parse(fs.readFileSync(record, "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} source @param {RegExp} ignore @returns {string[]} */
function listFiles(source, ignore) {
  if (ignore.test(source)) return [];
  const full = path.join(root, source);
  const stat = fs.statSync(full, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [source];
  return fs.readdirSync(full).flatMap((name) => listFiles(`${source}/${name}`, ignore));
}

/** @param {string[]} files @param {(hash: import("node:crypto").Hash, file: string) => void} add */
function digest(files, add) {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`\0${file}\0`);
    add(hash, file);
  }
  return hash.digest("hex");
}
