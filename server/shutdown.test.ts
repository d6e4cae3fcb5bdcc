import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const module = pathToFileURL(path.join(root, "server/shutdown.mjs")).href;

/** A program that waits for its end; answers the exit code and what it said. */
async function endBy(signal: NodeJS.Signals, shutdown: string): Promise<[number | null, string]> {
  const script = `import { Shutdown } from ${JSON.stringify(module)};
    const shutdown = ${shutdown};
    shutdown.add(() => process.stdout.write("undone"));
    await shutdown.ready();
    setInterval(() => {}, 1_000);
    process.stdout.write("ready ");`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  await once(child.stdout, "data");
  child.kill(signal);
  const [code] = (await once(child, "close")) as [number | null];
  return [code, said];
}

test("a signal is the usual end of a server, and undoes what was started", async () => {
  expect(await endBy("SIGTERM", "new Shutdown()")).toEqual([0, "ready undone"]);
});

test("a command that a signal ends does not say that its work is done", async () => {
  const codes = "new Shutdown((signal) => ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })[signal])";
  expect(await endBy("SIGINT", codes)).toEqual([130, "ready undone"]);
  expect(await endBy("SIGTERM", codes)).toEqual([143, "ready undone"]);
});
