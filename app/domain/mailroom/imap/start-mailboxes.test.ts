import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { disconnect } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { startTcpProxy } from "#tests/support/tcp-proxy";
import { useDatabase } from "#tests/support/use-database";
import { startMailboxes } from "./start-mailboxes.server";

useDatabase({ cast: false });

test("a database that is away is looked for once a second, not as fast as it can be refused", async () => {
  const url = new URL(process.env.DATABASE_URL!);
  const proxy = await startTcpProxy(Number(url.port));
  const direct = String(url);
  url.port = String(proxy.port);
  process.env.DATABASE_URL = String(url);
  const warned = vi.spyOn(log, "warn");
  const lost = () => warned.mock.calls.filter(([, message]) => message === "mailboxes could not be looked up").length;
  const mailboxes = startMailboxes();
  try {
    await vi.waitFor(() => expect(proxy.connections()).toBeGreaterThan(0), 5_000);
    await sleep(200);
    expect(lost()).toBe(0);
    await proxy.close();
    await sleep(2_500);
    expect(lost()).toBeGreaterThanOrEqual(2);
    expect(lost()).toBeLessThanOrEqual(4);
  } finally {
    await mailboxes.stop();
    warned.mockRestore();
    await disconnect();
    process.env.DATABASE_URL = direct;
  }
}, 20_000);
