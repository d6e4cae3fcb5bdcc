import { expect, test } from "vitest";
import { useDatabase } from "#tests/support/use-database";
import { cast, castCtx, queues } from "#tests/support/cast";
import { conflict } from "~/lib/errors";
import { database } from "./db.server";
import { recordEvent } from "./events.server";
import { enqueue } from "./jobs.server";
import { inTransaction } from "./transaction.server";

useDatabase();

const rename = (name: string) => database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { name } });
const jobs = async () =>
  (
    await database().pool.query<{ identifier: string; payload: { eventIds?: string[] } }>(
      "select t.identifier, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id",
    )
  ).rows;

test("a refused command leaves neither row, event nor job", async () => {
  const refused = inTransaction(castCtx("sara"), async (ctx) => {
    await ctx.db.queue.update({ where: { id: queues.repairs.id }, data: { name: "Changed" } });
    await recordEvent(ctx, "ticket.followed", {}, {});
    await enqueue(ctx, "anything", {});
    throw conflict("common:error.conflict");
  });
  await expect(refused).rejects.toMatchObject({ kind: "conflict" });
  expect(await database().prisma.event.count()).toBe(0);
  expect(await jobs()).toEqual([]);
  expect((await database().prisma.queue.findUniqueOrThrow({ where: { id: queues.repairs.id } })).name).toBe("Repairs");
});

test("nested commands join, and one job carries every event", async () => {
  const ids = await inTransaction(castCtx("sara"), async (ctx) => {
    const first = await recordEvent(ctx, "ticket.followed", {}, {});
    const second = await inTransaction(ctx, (inner) => recordEvent(inner, "ticket.unfollowed", {}, {}));
    return [first, second];
  });
  expect(await jobs()).toEqual([{ identifier: "events.dispatch", payload: { eventIds: ids } }]);
  const events = await database().prisma.event.findMany({ orderBy: { id: "asc" } });
  expect(events.map((e) => e.actorId)).toEqual([cast.sara.id, cast.sara.id]);
});

test("a deadlock reruns the body that lost", async () => {
  let turns = 0;
  let holding = 0;
  const lockBoth = (first: string, second: string) =>
    inTransaction(castCtx("sara"), async (ctx) => {
      turns++;
      await ctx.db.$queryRaw`select 1 from queue where id = ${first}::uuid for update`;
      holding++;
      while (holding < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      await ctx.db.$queryRaw`select 1 from queue where id = ${second}::uuid for update`;
      return true;
    });
  const both = [lockBoth(queues.repairs.id, queues.billing.id), lockBoth(queues.billing.id, queues.repairs.id)];
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(turns).toBeGreaterThan(2);
});

test("an event outside a transaction is a mistake", async () => {
  await expect(recordEvent(castCtx("sara"), "ticket.followed", {}, {})).rejects.toThrow(/outside a transaction/);
  await rename("Repairs");
});
