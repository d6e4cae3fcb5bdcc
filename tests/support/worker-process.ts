import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { root } from "../../server/root.mjs";

/** A worker process of its own, from the sources, on the test's database; resolves when it works, and ends by being killed. */
export async function startWorkerProcess(): Promise<{ kill(): Promise<void> }> {
  const child: ChildProcess = spawn(process.execPath, [path.join(root, "tests/support/run-worker.mjs")], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", VITEST: "", LOG_LEVEL: "error", PG_POOL: "8", SPORTELLO_DEMO: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("ready") && resolve());
    void gone.then((code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return {
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
