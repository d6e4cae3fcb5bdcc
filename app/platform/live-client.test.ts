import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/use-database";
import { database } from "./db.server";
import { startLive, stopLive, subscribe } from "./live-client.server";
import { LIVE_CHANNEL } from "./live.server";

useDatabase();

/** What somebody hears at once who read the data at `since` and follows one ticket from now on. */
function heardAtOnce(since: number, heard: string[] = []): string[] {
  subscribe({ topics: new Set(["ticket:1"]), since, notify: (topic) => heard.push(topic), end: () => {} })();
  return heard;
}
const signal = (topics: string) => database().pool.query("select pg_notify($1, $2)", [LIVE_CHANNEL, topics]);

beforeEach(async () => {
  startLive();
  await vi.waitUntil(() => heardAtOnce(Date.now() + 60_000).length === 0);
});
afterEach(stopLive);

test("what was signalled between the reading of the data and the stream is told first", async () => {
  const read = Date.now();
  await signal("ticket:2 ticket:1");
  await expect.poll(() => heardAtOnce(read)).toEqual(["ticket:1"]);
  expect(heardAtOnce(Date.now() + 1)).toEqual([]);
});

test("what other topics were signalled is nobody's business", async () => {
  const read = Date.now();
  const heard: string[] = [];
  const stop = subscribe({ topics: new Set(["ticket:2"]), since: read, notify: (t) => heard.push(t), end: () => {} });
  await signal("ticket:2");
  await expect.poll(() => heard).toEqual(["ticket:2"]);
  stop();
  expect(heardAtOnce(read)).toEqual([]);
});

test("where nobody remembers, anything may have changed", async () => {
  expect(heardAtOnce(Date.now() - 600_000)).toEqual(["*"]);
  const read = Date.now();
  await stopLive();
  expect(heardAtOnce(read)).toEqual(["*"]);
});
