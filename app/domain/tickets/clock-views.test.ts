import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { castCtx } from "#tests/support/cast";
import { archivePolicies, HOUR, newestOf, simpleRules, storyTime, writePolicy } from "#tests/support/sla-stories";
import { countStatements } from "#tests/support/statements";
import { at, compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { explainClock } from "./explain-clock.server";
import { getClocks } from "./get-clocks.server";
import { moveTicket } from "./move-ticket.server";
import { recomputeClocks } from "./recompute-clocks.server";
import { replyToTicket } from "./reply-to-ticket.server";

useDatabase();
let thaw: () => void = () => {};
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
const sara = () => castCtx("sara");

beforeEach(async () => {
  later(0);
  await archivePolicies();
});
afterEach(() => thaw());

test("customers learn nothing of clocks, not even of their own ticket's", async () => {
  await writePolicy(simpleRules());
  const { number, ticketId } = await openGiulias();
  const target = await newestOf(ticketId, "resolution");
  await expect(getClocks(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(explainClock(castCtx("giulia"), number, target.id)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(getClocks(castCtx("marco"), number)).rejects.toMatchObject({ kind: "not_found" });
});

test("clocks as of now: running first, what passed is overdue though no sweep came, past ones after them", async () => {
  await writePolicy(simpleRules(), { name: "Standard" });
  const { number } = await openGiulias();
  later(20);
  await replyToTicket(sara(), number, compose({ mode: "keep_open" }), { channel: "api" });
  later(30);
  await moveTicket(sara(), number, { to: "waiting_third" });
  later(40);
  const { clocks, recomputing } = await getClocks(sara(), number);
  expect(recomputing).toBe(false);
  expect(clocks).toMatchObject([
    {
      kind: "resolution",
      state: "paused",
      policy: { name: "Standard", version: 1 },
      calendar: null,
      dueAt: null,
      budgetSeconds: 8 * HOUR,
      usedSeconds: 1_800,
      pausedSeconds: 600,
      closesAt: null,
    },
    { kind: "first_reply", state: "met", metAt: storyTime(20), usedSeconds: 1_200, pausedSeconds: 0 },
  ]);
  later(50);
  await moveTicket(sara(), number, { to: "open" });
  later(501);
  expect((await getClocks(sara(), number)).clocks[0]).toMatchObject({ state: "breached", breachedAt: storyTime(500) });
});

test("a ticket out of sight and a cycle of another ticket are not there; two statements are enough", async () => {
  await writePolicy(simpleRules());
  const [a, b] = [await openGiulias(), await openGiulias()];
  const { id } = await newestOf(b.ticketId, "resolution");
  await expect(getClocks(castCtx("marco"), a.number)).rejects.toMatchObject({ kind: "not_found" });
  await expect(explainClock(castCtx("marco"), b.number, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(explainClock(sara(), a.number, id)).rejects.toMatchObject({ kind: "not_found" });
  expect(await countStatements(() => getClocks(sara(), a.number))).toBeLessThanOrEqual(2);
  expect(await countStatements(() => explainClock(sara(), b.number, id))).toBeLessThanOrEqual(2);
});

test("the time line adds up: working, paused and closed stretches without gaps to the due time", async () => {
  const db = database().prisma;
  const id = newId();
  await db.calendar.create({ data: { id, name: "Office" } });
  const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((d) => [d, [["09:00", "12:30"]]]));
  const rules = { timeZone: "Europe/Rome", hours: weekdays, holidays: [] };
  await db.calendarVersion.create({ data: { id: newId(), calendarId: id, version: 1, rules, at: storyTime(0) } });
  await writePolicy(simpleRules({ calendarId: id }, "working"));
  const { number, ticketId } = await openGiulias();
  const targetId = (await newestOf(ticketId, "first_reply")).id;
  expect((await explainClock(sara(), number, targetId)).clock).toMatchObject({
    state: "running",
    calendar: { id, name: "Office", timeZone: "Europe/Rome" },
    closesAt: new Date("2026-11-20T11:30:00Z"),
  });
  later(10);
  await moveTicket(sara(), number, { to: "waiting_third" });
  later(20);
  await moveTicket(sara(), number, { to: "open" });
  later(21);
  const { clock, segments, pauses } = await explainClock(sara(), number, targetId);
  // Ten minutes, a pause of ten, sixteen until 12:30, and 34 on Monday.
  expect(clock).toMatchObject({ usedSeconds: 660, pausedSeconds: 600, dueAt: new Date("2026-11-23T08:34:00Z") });
  expect(segments.map(({ kind, seconds }) => [kind, seconds])).toEqual([
    ["working", 600],
    ["paused", 600],
    ["working", 16 * 60],
    ["closed", 68.5 * HOUR],
    ["working", 34 * 60],
  ]);
  expect(segments.at(-1)?.to).toEqual(clock.dueAt);
  expect(segments.slice(1).every(({ from }, i) => from.getTime() === segments[i]?.to.getTime())).toBe(true);
  expect(pauses).toEqual([{ state: "waiting_third", from: storyTime(10), to: storyTime(20) }]);
});

test("what ended says the same on its card, in its row and along its time line", async () => {
  await writePolicy(simpleRules());
  const { number, ticketId } = await openGiulias();
  const move = async (minutes: number, to: "waiting_third" | "open" | "solved") => {
    later(minutes);
    await moveTicket(sara(), number, { to });
  };
  await move(10, "waiting_third");
  await move(20, "open");
  later(90);
  await replyToTicket(sara(), number, compose({ mode: "keep_open" }), { channel: "api" });
  await move(100, "waiting_third");
  await move(130, "open");
  await move(150, "solved");
  later(1_000);
  const { clocks } = await getClocks(sara(), number);
  expect(clocks).toMatchObject([
    { kind: "first_reply", state: "missed", usedSeconds: 80 * 60, pausedSeconds: 10 * 60 },
    { kind: "resolution", state: "met", usedSeconds: 110 * 60, pausedSeconds: 40 * 60 },
  ]);
  for (const { id, kind, usedSeconds, pausedSeconds } of clocks) {
    expect(await newestOf(ticketId, kind)).toMatchObject({ id, usedSeconds, pausedSeconds });
    const { clock, segments } = await explainClock(sara(), number, id);
    const along = (what: string) =>
      segments.filter(({ kind }) => kind === what).reduce((sum, { seconds }) => sum + seconds, 0);
    expect(clock).toMatchObject({ usedSeconds, pausedSeconds });
    expect([along("working"), along("paused")]).toEqual([usedSeconds, pausedSeconds]);
  }
});

test("what was called off counts up to then, whatever its row last said", async () => {
  await writePolicy(simpleRules());
  const { number, ticketId } = await openGiulias();
  later(10);
  await moveTicket(sara(), number, { to: "waiting_third" });
  later(15);
  await moveTicket(sara(), number, { to: "open" });
  await archivePolicies();
  later(30);
  await recomputeClocks(systemCtx());
  const { cancelledAt } = await newestOf(ticketId, "resolution");
  expect(cancelledAt).toEqual(storyTime(30));
  later(60);
  const { clocks } = await getClocks(sara(), number);
  expect(clocks.map(({ state, usedSeconds, pausedSeconds }) => [state, usedSeconds, pausedSeconds])).toEqual([
    ["cancelled", 25 * 60, 5 * 60],
    ["cancelled", 25 * 60, 5 * 60],
  ]);
});

test("a change of policy that has not reached the ticket is said", async () => {
  const { policyId } = await writePolicy(simpleRules());
  const { number } = await openGiulias();
  await writePolicy(simpleRules(), { policyId });
  expect((await getClocks(sara(), number)).recomputing).toBe(true);
});
