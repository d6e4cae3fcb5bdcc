import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { readConfig } from "./config.mjs";
import { makeFolder } from "./postgres/home.mjs";
import { root } from "./root.mjs";

/** Reads the configuration; what the launcher decides itself (the data directory's place, production) is written to the
 * environment, where the application reads it. */
export function readEnvironment() {
  process.env.NODE_ENV ||= "production";
  process.env.SPORTELLO_DATA = path.resolve(root, process.env.SPORTELLO_DATA || ".data");
  return readConfig(process.env);
}

/** Sets SPORTELLO_SECRET from the data directory, where the first start keeps a random one (mode 0600).
 * @param {string} dataDir */
export async function ensureSecret(dataDir) {
  if (process.env.SPORTELLO_SECRET) return;
  const file = path.join(dataDir, "secret");
  await makeFolder(dataDir);
  const draft = `${file}.${process.pid}`;
  await fs.writeFile(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    await fs.link(draft, file); // whole or not at all, and never over one that is there
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  } finally {
    await fs.rm(draft, { force: true });
  }
  process.env.SPORTELLO_SECRET = (await fs.readFile(file, "utf8")).trim();
}
