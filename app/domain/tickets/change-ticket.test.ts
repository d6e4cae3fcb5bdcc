import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues, requestTypes } from "#tests/support/cast";
import { at, compose, eventsOf, now, openGiulias, race, readTicket, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { assignTicket } from "./assign-ticket.server";
import { changeTicket } from "./change-ticket.server";
import { createStatus } from "./create-status.server";
import { mergeTickets } from "./merge-tickets.server";
import { moveTicket } from "./move-ticket.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { reopenOwnTicket } from "./reopen-own-ticket.server";
import { setStateMoves } from "./set-state-moves.server";
import { solveOwnTicket } from "./solve-own-ticket.server";
import { STATES } from "./states";
import { undoChange } from "./undo-change.server";
import { wakeTicket } from "./wake-ticket.server";

useDatabase();
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());

const db = () => database().prisma;
const tagsOf = async (ticketId: string) =>
  (await db().ticketTag.findMany({ where: { ticketId }, select: { tag: true } })).map(({ tag }) => tag.name).sort();

describe("fields", () => {
  test("several at once: one event each, the same value none", async () => {
    const { ticketId, number } = await openGiulias();
    later(1);
    const form = {
      subject: "Pump B leaks",
      priority: "high",
      typeId: requestTypes.damaged.id,
      tags: ["Leak", "pump "],
    } as const;
    const { eventIds } = await changeTicket(castCtx("sara"), number, { ...form, tags: [...form.tags] });
    expect(eventIds).toHaveLength(4);
    expect(await readTicket(ticketId)).toMatchObject({ subject: "Pump B leaks", priority: "high", activityAt: now() });
    expect(await tagsOf(ticketId)).toEqual(["leak", "pump"]);
    const events = await eventsOf(ticketId);
    expect(events.slice(1).map((e) => e.data.field)).toEqual(["subject", "priority", "type", "tags"]);
    expect(JSON.stringify(events)).not.toContain("Pump");
    expect(await changeTicket(castCtx("sara"), number, { ...form, tags: ["PUMP", "leak"] })).toEqual({ eventIds: [] });
  });

  test("what does not exist is refused by name", async () => {
    const { number } = await openGiulias();
    const ctx = castCtx("sara");
    const refused = (field: string) => ({ kind: "invalid", fields: { [field]: expect.any(String) } });
    await expect(changeTicket(ctx, number, { queueId: newId() })).rejects.toMatchObject(refused("queueId"));
    await expect(changeTicket(ctx, number, { typeId: newId() })).rejects.toMatchObject(refused("typeId"));
    await expect(changeTicket(ctx, number, { statusId: newId() })).rejects.toMatchObject(refused("statusId"));
    await expect(assignTicket(ctx, number, cast.giulia.id)).rejects.toMatchObject(refused("assigneeId"));
    await expect(assignTicket(ctx, number, cast.marco.id)).rejects.toMatchObject(refused("assigneeId"));
    await expect(changeTicket(castCtx("giulia"), number, { priority: "high" })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("a new queue keeps an assignee who works there too and clears another", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await assignTicket(castCtx("ada"), a.number, cast.sara.id);
    await assignTicket(castCtx("ada"), b.number, cast.elena.id);
    await changeTicket(castCtx("sara"), a.number, { queueId: queues.billing.id });
    await changeTicket(castCtx("elena"), b.number, { queueId: queues.billing.id });
    expect(await readTicket(a.ticketId)).toMatchObject({ queueId: queues.billing.id, assigneeId: cast.sara.id });
    expect(await readTicket(b.ticketId)).toMatchObject({ queueId: queues.billing.id, assigneeId: null });
    expect((await eventsOf(b.ticketId)).at(-1)).toMatchObject({ data: { reason: "queue_changed", to: null } });
  });

  test("a new queue that works by turns looks for somebody", async () => {
    await db().queue.update({ where: { id: queues.billing.id }, data: { assignment: "round_robin" } });
    const { number } = await openGiulias();
    await changeTicket(castCtx("sara"), number, { queueId: queues.billing.id });
    await db().queue.update({ where: { id: queues.billing.id }, data: { assignment: "manual" } });
    expect((await waitingJobs("tickets.assign")).map((j) => j.payload)).toEqual([{ queueId: queues.billing.id }]);
  });
});

describe("moves", () => {
  test("by hand go by the table, whichever way one tries", async () => {
    const all = await db().stateMove.findMany();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 6 }), async (path) => {
        const { ticketId, number } = await openGiulias();
        for (const to of path) {
          const { state } = await readTicket(ticketId);
          const allowed = state === to || all.some((move) => move.from === state && move.to === to);
          const until = new Date(now().getTime() + 60_000);
          const moved = await moveTicket(castCtx("sara"), number, { to, until: to === "snoozed" ? until : undefined })
            .then(() => "moved")
            .catch((error: { code: string }) => error.code);
          expect(moved).toBe(allowed ? "moved" : "tickets:error.move");
          const ticket = await readTicket(ticketId);
          expect(ticket.state).toBe(allowed ? to : state);
          expect(ticket.solvedAt !== null && ticket.state !== "closed").toBe(ticket.state === "solved");
          expect(ticket.closedAt !== null).toBe(ticket.state === "closed");
          expect(isNever(ticket.waitingSince)).toBe(ticket.state === "solved" || ticket.state === "closed");
          expect(await db().snooze.count({ where: { ticketId } })).toBe(ticket.state === "snoozed" ? 1 : 0);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("a table without a move forbids it to people, not to replies", async () => {
    const before = await db().stateMove.findMany();
    await setStateMoves(
      castCtx("ada"),
      before.filter((m) => m.to !== "solved"),
    );
    const { ticketId, number } = await openGiulias();
    await expect(moveTicket(castCtx("sara"), number, { to: "solved" })).rejects.toMatchObject({
      code: "tickets:error.move",
    });
    await replyToTicket(castCtx("sara"), number, compose({ mode: "solve" }), { channel: "api" });
    expect(await readTicket(ticketId)).toMatchObject({ state: "solved" });
    await setStateMoves(castCtx("ada"), before);
    expect(await db().stateMove.count()).toBe(before.length);
    await expect(async () => setStateMoves(castCtx("sara"), before)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(async () => setStateMoves(castCtx("ada"), [])).rejects.toMatchObject({ kind: "invalid" });
  });

  test("an administrators' status behaves like its state and is found again by undo", async () => {
    const { statusId } = await createStatus(castCtx("ada"), {
      state: "waiting_third",
      name: { en: "At the supplier" },
    });
    const { ticketId, number } = await openGiulias();
    await changeTicket(castCtx("sara"), number, { statusId });
    expect(await readTicket(ticketId)).toMatchObject({ state: "waiting_third", statusId });
    later(1);
    const { eventIds } = await moveTicket(castCtx("sara"), number, { to: "open" });
    later(2);
    await undoChange(castCtx("elena"), number, eventIds[0]!);
    expect(await readTicket(ticketId)).toMatchObject({ state: "waiting_third", statusId });
  });

  test("a snooze needs a time to come, wakes at it by its job, and not before", async () => {
    const { ticketId, number } = await openGiulias();
    const ctx = castCtx("sara");
    await expect(moveTicket(ctx, number, { to: "snoozed" })).rejects.toMatchObject({ kind: "invalid" });
    await expect(moveTicket(ctx, number, { to: "snoozed", until: now() })).rejects.toMatchObject({ kind: "invalid" });
    const until = new Date(now().getTime() + 3_600_000);
    await moveTicket(ctx, number, { to: "snoozed", until });
    const job = (await waitingJobs("tickets.wake")).find((j) => j.payload.ticketId === ticketId);
    expect(job?.run_at).toEqual(until);
    expect(await wakeTicket(systemCtx(), ticketId)).toEqual({ woken: false });
    later(60);
    expect(await wakeTicket(systemCtx(), ticketId)).toEqual({ woken: true });
    expect(await wakeTicket(systemCtx(), ticketId)).toEqual({ woken: false });
    expect(await readTicket(ticketId)).toMatchObject({ state: "open" });
  });

  test("a ticket solved and reopened by hand waits since its unanswered message again", async () => {
    const { ticketId, number } = await openGiulias();
    const asked = now();
    later(5);
    await moveTicket(castCtx("sara"), number, { to: "solved" });
    later(9);
    await moveTicket(castCtx("sara"), number, { to: "open" });
    expect(await readTicket(ticketId)).toMatchObject({ waitingSince: asked, reopenCount: 1 });
  });
});

describe("customers", () => {
  test("solve and reopen their own", async () => {
    const { ticketId, number } = await openGiulias();
    await solveOwnTicket(castCtx("giulia"), number);
    await solveOwnTicket(castCtx("giulia"), number);
    expect(await readTicket(ticketId)).toMatchObject({ state: "solved" });
    later(5);
    await reopenOwnTicket(castCtx("giulia"), number);
    expect(await readTicket(ticketId)).toMatchObject({ state: "open", waitingSince: now(), reopenCount: 1 });
    expect((await eventsOf(ticketId)).map((e) => e.data.cause).filter(Boolean)).toEqual(["customer", "customer"]);
    await expect(solveOwnTicket(castCtx("hana"), number)).rejects.toMatchObject({ kind: "not_found" });
    await moveTicket(castCtx("sara"), number, { to: "closed" });
    await expect(reopenOwnTicket(castCtx("giulia"), number)).rejects.toMatchObject({ code: "tickets:error.closed" });
  });
});

describe("undo", () => {
  test.each([
    ["subject", { subject: "Other" }],
    ["priority", { priority: "urgent" as const }],
    ["type", { typeId: requestTypes.invoice.id }],
    ["queue", { queueId: queues.billing.id }],
    ["assignee", { assigneeId: cast.sara.id }],
    ["tags", { tags: ["x", "y"] }],
    ["state", { state: "solved" as const }],
  ])("takes back the %s, and the undoing itself can be undone", async (_field, form) => {
    const { ticketId, number } = await openGiulias({ tags: ["before"] });
    const picture = async () => {
      const { activityAt: _a, publicAt: _p, participants: _x, solvedAt, ...row } = await readTicket(ticketId);
      return { ...row, solved: solvedAt !== null, tags: await tagsOf(ticketId) };
    };
    const before = await picture();
    later(1);
    const { eventIds } = await changeTicket(castCtx("sara"), number, form);
    const changed = await picture();
    expect(changed).not.toEqual(before);
    later(2);
    const undone = await undoChange(castCtx("sara"), number, eventIds[0]!);
    expect(await picture()).toEqual(before);
    expect((await eventsOf(ticketId)).at(-1)?.data.undoneEventId).toBe(eventIds[0]);
    await expect(undoChange(castCtx("sara"), number, eventIds[0]!)).rejects.toMatchObject({
      code: "tickets:error.undoGone",
    });
    later(3);
    await undoChange(castCtx("sara"), number, undone.eventIds[0]!);
    expect(await picture()).toEqual(changed);
  });

  test("only of the field's last change, while the field holds it, and by hand", async () => {
    const { ticketId, number } = await openGiulias();
    const first = await changeTicket(castCtx("sara"), number, { priority: "high" });
    later(1);
    const second = await changeTicket(castCtx("elena"), number, { priority: "low" });
    const gone = { code: "tickets:error.undoGone" };
    await expect(undoChange(castCtx("sara"), number, first.eventIds[0]!)).rejects.toMatchObject(gone);
    later(2);
    await undoChange(castCtx("sara"), number, second.eventIds[0]!);
    expect(await readTicket(ticketId)).toMatchObject({ priority: "high" });
    await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    const byReply = (await eventsOf(ticketId)).find((e) => e.type === "ticket.state_changed");
    await expect(undoChange(castCtx("sara"), number, byReply!.id)).rejects.toMatchObject(gone);
    await expect(undoChange(castCtx("sara"), number, newId())).rejects.toMatchObject({ kind: "not_found" });
  });

  test("two colleagues undo at once: one does", async () => {
    const { ticketId, number } = await openGiulias();
    const { eventIds } = await changeTicket(castCtx("sara"), number, { priority: "high" });
    later(1);
    const results = await race(
      () => undoChange(castCtx("sara"), number, eventIds[0]!),
      () => undoChange(castCtx("elena"), number, eventIds[0]!),
    );
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await readTicket(ticketId)).toMatchObject({ priority: "normal" });
  });

  test("not of a merged ticket", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    const { eventIds } = await moveTicket(castCtx("sara"), a.number, { to: "closed" });
    await mergeTickets(castCtx("sara"), a.number, b.number);
    await expect(undoChange(castCtx("sara"), a.number, eventIds[0]!)).rejects.toMatchObject({
      code: "tickets:error.merged",
    });
    await expect(moveTicket(castCtx("sara"), a.number, { to: "open" })).rejects.toMatchObject({
      code: "tickets:error.merged",
    });
  });
});
