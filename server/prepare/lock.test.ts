import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withLock } from "./lock.mjs";

let file: string;
beforeAll(async () => void (file = path.join(await fs.mkdtemp(path.join(os.tmpdir(), "lock-")), "deep/lock")));
afterAll(() => fs.rm(path.dirname(path.dirname(file)), { recursive: true, force: true }));

test("one at a time, and the file goes away", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(file, work)));
  expect(most).toBe(1);
  await expect(fs.stat(file)).rejects.toThrow(/ENOENT/);
});

test("a lock that a killed process left is taken over", async () => {
  const goneProcess = 2 ** 22 + 1;
  await fs.writeFile(file, `${os.hostname()} ${goneProcess} 0.5`);
  expect(await withLock(file, async () => "done")).toBe("done");
});

test("a lock of another machine is taken over once it is no longer touched", async () => {
  await fs.writeFile(file, "elsewhere 1 0.5");
  const longAgo = new Date(Date.now() - 60_000);
  await fs.utimes(file, longAgo, longAgo);
  expect(await withLock(file, async () => "done")).toBe("done");
});

test("an error lets go of it", async () => {
  const failing = withLock(file, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await withLock(file, async () => "next")).toBe("next");
});
