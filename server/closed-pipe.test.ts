import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const module = pathToFileURL(path.join(root, "server/closed-pipe.mjs")).href;

/** Writes until its reader is gone and says how it ended. */
async function run(code: string): Promise<{ status: number | null; errors: string }> {
  const script = `import { outliveClosedPipes } from ${JSON.stringify(module)}; outliveClosedPipes(process.stdout); ${code}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  child.stdout.once("data", () => child.stdout.destroy());
  const [status] = (await once(child, "close")) as [number | null];
  return { status, errors };
}

test("a command whose reader has gone comes to its end, with its own exit code", async () => {
  const writes =
    'for (let i = 0; i < 50; i++) { process.stdout.write("x".repeat(1_000)); await new Promise((r) => setTimeout(r, 10)); }';
  expect(await run(`${writes} process.exitCode = 7;`)).toEqual({ status: 7, errors: "" });
});

test("another failure is none of this", async () => {
  const { status, errors } = await run(
    'process.stdout.write("x"); process.stdout.emit("error", Object.assign(new Error("disk full"), { code: "ENOSPC" }));',
  );
  expect(status).not.toBe(0);
  expect(errors).toContain("disk full");
});
