import { expect, test } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { eventsOf, openGiulias, race, readTicket, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { assignQueue } from "./assign-queue.server";
import { assignTicket } from "./assign-ticket.server";
import { pullNextTicket } from "./pull-next-ticket.server";

useDatabase();
const db = () => database().prisma;
const queueId = queues.repairs.id;
const byTurn = (on: boolean) =>
  db().queue.update({ where: { id: queueId }, data: { assignment: on ? "round_robin" : "manual" } });
const closeAll = () => db().ticket.updateMany({ data: { state: "closed" } });

test("pulling takes who has waited longest; two at once get two", async () => {
  const opened = [];
  for (let i = 3; i >= 1; i--) opened.push(await openGiulias({ sentAt: new Date(Date.now() - i * 60_000) }));
  const results = await race(
    () => pullNextTicket(castCtx("sara"), queueId),
    () => pullNextTicket(castCtx("elena"), queueId),
  );
  const numbers = results.map((r) => (r.status === "fulfilled" ? r.value?.number : r.reason));
  expect(numbers.toSorted()).toEqual([opened[0]!.number, opened[1]!.number]);
  expect(await readTicket(opened[0]!.ticketId)).toMatchObject({ state: "open" });
  expect(await pullNextTicket(castCtx("sara"), queueId)).toEqual({ number: opened[2]!.number });
  expect(await pullNextTicket(castCtx("sara"), queueId)).toBeNull();
  await expect(async () => pullNextTicket(castCtx("marco"), queueId)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(async () => pullNextTicket(castCtx("giulia"), queueId)).rejects.toMatchObject({ kind: "forbidden" });
});

test("many who pull at once share the tickets without one in two hands", async () => {
  await closeAll();
  for (let i = 0; i < 6; i++) await openGiulias();
  const agents = ["sara", "elena", "ada"] as const;
  const results = await race(
    ...Array.from({ length: 9 }, (_, i) => () => pullNextTicket(castCtx(agents[i % 3]!), queueId)),
  );
  const numbers = results.flatMap((r) => (r.status === "fulfilled" && r.value ? [r.value.number] : []));
  expect(results.every((r) => r.status === "fulfilled")).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("a queue that works by turns has one pending job; turns are fair, also when jobs run at the same time", async () => {
  await byTurn(true);
  const opened = [];
  for (let i = 0; i < 8; i++) opened.push(await openGiulias());
  const jobs = await waitingJobs("tickets.assign");
  expect(jobs.map((j) => j.payload)).toEqual([{ queueId }]);
  await race(...Array.from({ length: 4 }, () => () => assignQueue(systemCtx(), queueId)));
  const assigned = await db().ticket.findMany({ where: { id: { in: opened.map((o) => o.ticketId) } } });
  const count = (id: string) => assigned.filter((t) => t.assigneeId === id).length;
  expect([count(cast.sara.id), count(cast.elena.id)]).toEqual([4, 4]);
  for (const { ticketId } of opened)
    expect((await eventsOf(ticketId)).filter((e) => e.type === "ticket.assigned")).toMatchObject([
      { data: { reason: "round_robin" } },
    ]);
  await byTurn(false);
});

test("only active agents who take part get a turn, and nobody when there is none", async () => {
  await byTurn(true);
  await db().queueMember.update({
    where: { queueId_personId: { queueId, personId: cast.sara.id } },
    data: { assignable: false },
  });
  const a = await openGiulias();
  expect(await assignQueue(systemCtx(), queueId)).toEqual({ assigned: 1 });
  expect(await readTicket(a.ticketId)).toMatchObject({ assigneeId: cast.elena.id, waitReason: null });
  await db().person.update({ where: { id: cast.elena.id }, data: { deactivatedAt: new Date() } });
  const b = await openGiulias();
  expect(await assignQueue(systemCtx(), queueId)).toEqual({ assigned: 0 });
  expect(await readTicket(b.ticketId)).toMatchObject({ assigneeId: null, waitReason: "no_members" });
  await db().person.update({ where: { id: cast.elena.id }, data: { deactivatedAt: null } });
  await db().queueMember.updateMany({ data: { assignable: true } });
  await byTurn(false);
  expect(await assignQueue(systemCtx(), queueId)).toEqual({ assigned: 0 });
  expect(await assignQueue(systemCtx(), newId())).toEqual({ assigned: 0 });
});

test("by hand against by turn: one assignee, whom the events name last", async () => {
  await closeAll();
  await byTurn(true);
  for (let i = 0; i < 8; i++) {
    const { ticketId, number } = await openGiulias();
    await race<unknown>(
      () => assignQueue(systemCtx(), queueId),
      () => assignTicket(castCtx("ada"), number, cast.elena.id),
    );
    const { assigneeId } = await readTicket(ticketId);
    expect(assigneeId).toBe(cast.elena.id);
  }
  await byTurn(false);
});
