import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { documentOf } from "../conformance/corpus";
import { openPostgresIndex } from "./open-index";
import { sqlOf } from "./sql";
import { nextOf } from "./tables";

useDatabase({ cast: false });

it("an interrupt ends the making of an index that takes long, and the index in use stays", async () => {
  const engine = openPostgresIndex(sqlOf(database().pool), { name: "slow" });
  await (await engine.rebuild()).swap();
  await engine.put([documentOf({ group: "a", title: "Pump" })]);
  const rebuild = await engine.rebuild();
  const controller = new AbortController();
  // Who writes and does not commit holds up what makes an index, as long rows would.
  const writer = await database().pool.connect();
  await writer.query(`begin; lock table ${nextOf("slow").document} in row exclusive mode`);
  const prepared = rebuild.prepare(controller.signal).catch((error: unknown) => error);
  await sleep(300);
  const began = performance.now();
  const enough = new Error("enough");
  controller.abort(enough);
  expect(await prepared).toBe(enough);
  expect(performance.now() - began).toBeLessThan(1_000);
  await writer.query("rollback");
  writer.release();

  await rebuild.drop();
  expect(await engine.check()).toEqual({ ok: true });
  expect(await engine.count()).toBe(1);
  await engine.destroy();
});
