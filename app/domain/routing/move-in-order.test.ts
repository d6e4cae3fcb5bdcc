import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { castCtx, queues, requestTypes } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { archiveQueue } from "./archive-queue.server";
import { createQueue } from "./create-queue.server";
import { moveBy } from "./internal/move-by";
import { moveQueue } from "./move-queue.server";
import { moveRequestType } from "./move-request-type.server";
import { queueForm } from "./schema";

useDatabase();

const order = async () =>
  (await database().prisma.queue.findMany({ where: { archivedAt: null }, orderBy: { position: "asc" } })).map(
    ({ name }) => name,
  );

describe("moveQueue", () => {
  beforeEach(async () => {
    await database().prisma.queue.deleteMany({ where: { id: { notIn: [queues.repairs.id, queues.billing.id] } } });
  });

  test("moves one place, stops at the ends, and steps over archived queues", async () => {
    const ada = castCtx("ada");
    const { queueId: hidden } = await createQueue(ada, queueForm.parse({ name: "Hidden" }));
    const { queueId: third } = await createQueue(ada, queueForm.parse({ name: "Onboarding" }));
    await archiveQueue(ada, hidden);
    await moveQueue(ada, third, -1);
    expect(await order()).toEqual(["Repairs", "Onboarding", "Billing"]);
    await moveQueue(ada, third, -1);
    await moveQueue(ada, third, -1);
    expect(await order()).toEqual(["Onboarding", "Repairs", "Billing"]);
    await moveQueue(ada, queues.repairs.id, 1);
    expect(await order()).toEqual(["Onboarding", "Billing", "Repairs"]);
  });

  test("is for administrators and for queues that exist", async () => {
    expect(() => moveQueue(castCtx("sara"), queues.repairs.id, 1)).toThrow(
      expect.objectContaining({ kind: "forbidden" }),
    );
    await expect(moveQueue(castCtx("ada"), newId(), 1)).rejects.toMatchObject({ kind: "not_found" });
  });
});

test("moveRequestType changes the order on the form and is recorded", async () => {
  await moveRequestType(castCtx("ada"), requestTypes.invoice.id, -1);
  const { prisma } = database();
  const types = await prisma.requestType.findMany({ orderBy: { position: "asc" }, select: { id: true } });
  expect(types.map(({ id }) => id)).toEqual([requestTypes.invoice.id, requestTypes.damaged.id]);
  const event = await prisma.event.findFirstOrThrow({ where: { type: "request_type.changed" } });
  expect(event.data).toEqual({ typeId: requestTypes.invoice.id });
});

test("moving keeps every item, and moving back restores the list", () => {
  const property = fc.property(
    fc.uniqueArray(fc.nat(), { minLength: 1 }),
    fc.nat(),
    fc.constantFrom<-1 | 1>(-1, 1),
    (list, n, by) => {
      const item = list[n % list.length]!;
      const moved = moveBy(list, item, by);
      if (!moved) return list.indexOf(item) === (by < 0 ? 0 : list.length - 1);
      const back = moveBy(moved, item, by === 1 ? -1 : 1);
      return JSON.stringify(back) === JSON.stringify(list) && new Set(moved).size === list.length;
    },
  );
  expect(() => fc.assert(property)).not.toThrow();
});
