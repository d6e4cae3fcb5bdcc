// Brings a checkout to the point where it can start: packages, Prisma client, build. Uses Node's built-in modules only,
// because it runs before anything is installed.
import fs from "node:fs";
import path from "node:path";
import { build } from "./prepare/build.mjs";
import { compareSources, writeRecord } from "./prepare/fingerprint.mjs";
import { install, isInstalled } from "./prepare/install.mjs";
import { withLock } from "./prepare/lock.mjs";
import { run } from "./prepare/run.mjs";
import { root } from "./root.mjs";
import { StartupError } from "./startup-error.mjs";

const NOTHING = /(?!)/;
const NOT_BUILT = /(\.test\.tsx?|^app\/generated|^prisma\/migrations|\/\.[^/]*)$/;
const buildSources = ["app", "emails", "search", "prisma", "public", "server/config.mjs"];
const buildSettings = ["vite.config.ts", "tsconfig.json", "package.json", "package-lock.json"];
const clientRecord = path.join(root, "app/generated/.made-from");
const buildRecord = path.join(root, "build/.made-from");

/** Does what is missing, one process at a time; says on standard error what takes long, nothing when all is there.
 * @param {{ build?: boolean }} [options] build: false leaves the build out (development, checks) */
export async function prepare({ build: wanted = true } = {}) {
  requireNode();
  if (!has("app")) return requireBuild(); // a production image carries the build without the sources
  if (isInstalled() && !missing(wanted).length) return;
  const lock = path.join(root, ".cache/prepare.lock");
  await withLock(
    lock,
    () => work(wanted),
    () => say("Another process is preparing this folder; waiting for it …"),
  );
}

/** Looks anew: whoever held the lock before may have done it. @param {boolean} wanted */
async function work(wanted) {
  if (!isInstalled()) {
    say("Installing packages (once, about a minute) …");
    await install();
  }
  for (const step of missing(wanted)) await step();
}

/** What has to be done after the installation, in order. @param {boolean} wanted */
function missing(wanted) {
  const steps = [];
  const client = compareSources(["prisma/schema.prisma", "prisma/models", "package-lock.json"], NOTHING, clientRecord);
  if (!client.fresh || !has("app/generated/prisma/client.ts")) {
    steps.push(async () => {
      await run("Generating the database client", process.execPath, ["server/generate.mjs"], { quiet: true });
      writeRecord(clientRecord, client.current());
    });
  }
  if (wanted) {
    const sources = compareSources([...buildSources, ...buildSettings], NOT_BUILT, buildRecord);
    if (!sources.fresh || !has("build/server/index.js")) {
      steps.push(async () => {
        say("Building (after a change of the sources, about ten seconds) …");
        fs.rmSync(buildRecord, { force: true });
        await build();
        writeRecord(buildRecord, sources.current());
      });
    }
  }
  return steps;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StartupError(`Sportello needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

function requireBuild() {
  if (!has("build/server/index.js")) throw new StartupError(`There are neither sources nor a build in ${root}.`);
}

/** @param {string} name */
const has = (name) => fs.existsSync(path.join(root, name));

/** @param {string} text */
const say = (text) => void process.stderr.write(`${text}\n`);
