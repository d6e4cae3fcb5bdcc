// Generates the Prisma client. Prisma's own command line would fetch a native engine first: naming any existing
// binary as the engine stops that, and `generate` never runs it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

let cli;
try {
  cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
} catch {
  process.exit(0); // installed without development packages: the build already holds the client
}
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
const run = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
  stdio: ["ignore", "ignore", "inherit"],
  env,
});
process.exit(run.status ?? 1);
