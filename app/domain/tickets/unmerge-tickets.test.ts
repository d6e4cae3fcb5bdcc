import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { archivePolicies, simpleRules, storyTime, targetsOf, writePolicy } from "#tests/support/sla-stories";
import { at, compose, eventsOf, openGiulias, race, readTicket } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addParticipant } from "./add-participant.server";
import { deleteTicket } from "./delete-ticket.server";
import { followTicket } from "./follow-ticket.server";
import { mergeTickets } from "./merge-tickets.server";
import { moveTicket } from "./move-ticket.server";
import type { OpenedTicket } from "./open-ticket.server";
import { receiveAgentNote } from "./receive-agent-note.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { restoreTicket } from "./restore-ticket.server";
import { unmergeTickets } from "./unmerge-tickets.server";

useDatabase();
let thaw: () => void = () => {};
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
afterEach(() => thaw());

const db = () => database().prisma;
const sara = () => castCtx("sara");
const merge = (from: OpenedTicket, into: OpenedTicket) => mergeTickets(sara(), from.number, into.number);
const unmerge = (from: OpenedTicket) => unmergeTickets(sara(), from.number);
const write = (ticket: OpenedTicket, authorId: string = cast.giulia.id) =>
  receiveCustomerMessage(systemCtx(), {
    ticketId: ticket.ticketId,
    authorId,
    body: { text: "Any news?" },
    channel: "mail",
  });
const peopleOf = async (ticket: OpenedTicket) =>
  (await readTicket(ticket.ticketId)).participants.map(({ personId }) => personId).sort();
const follows = (ticket: OpenedTicket, personId: string) =>
  db().ticketFollower.count({ where: { ticketId: ticket.ticketId, personId } });
const unmergedOn = async (ticket: OpenedTicket) =>
  (await eventsOf(ticket.ticketId)).filter(({ type }) => type === "ticket.unmerged").map(({ data }) => data);

describe("the ticket that comes free", () => {
  test("has its state, its status and who waits again, and its mail", async () => {
    later(0);
    const [a, b] = [await openGiulias(), await openGiulias()];
    const before = await readTicket(a.ticketId);
    later(10);
    await merge(a, b);
    later(20);
    expect(await unmerge(a)).toEqual({ from: a.number, into: b.number, kept: 0 });
    expect(await readTicket(a.ticketId)).toMatchObject({
      state: "new",
      statusId: before.statusId,
      waitingSince: before.waitingSince,
      closedAt: null,
      reopenCount: 0,
      requesterId: cast.giulia.id,
    });
    expect(await unmergedOn(a)).toEqual([{ intoId: b.ticketId, keptIds: [] }]);
    expect(await unmergedOn(b)).toEqual([{ fromId: a.ticketId, keptIds: [] }]);
    expect(await write(a)).toMatchObject({ outcome: "joined", number: a.number });
    expect(await db().detour.count()).toBe(0);
  });

  test("solved stays solved since then, closed stays closed", async () => {
    later(0);
    const [solved, closed, into] = [await openGiulias(), await openGiulias(), await openGiulias()];
    later(5);
    for (const { number } of [solved, closed]) await moveTicket(sara(), number, { to: "solved" });
    await moveTicket(castCtx("ada"), closed.number, { to: "closed" });
    later(10);
    await merge(solved, into);
    await merge(closed, into);
    later(20);
    await unmerge(solved);
    await unmerge(closed);
    expect(await readTicket(solved.ticketId)).toMatchObject({
      state: "solved",
      solvedAt: storyTime(5),
      closedAt: null,
    });
    expect(await readTicket(closed.ticketId)).toMatchObject({ state: "closed", closedAt: storyTime(5) });
    expect(await write(closed)).toMatchObject({ outcome: "follow_up" });
  });

  test("goes on sleeping until its time, or to work when that is over", async () => {
    later(0);
    const [long, short, into] = [await openGiulias(), await openGiulias(), await openGiulias()];
    await moveTicket(sara(), long.number, { to: "snoozed", until: storyTime(600) });
    await moveTicket(sara(), short.number, { to: "snoozed", until: storyTime(60) });
    later(10);
    await merge(long, into);
    await merge(short, into);
    later(120);
    await unmerge(long);
    await unmerge(short);
    expect(await readTicket(long.ticketId)).toMatchObject({ state: "snoozed" });
    expect(await db().snooze.findMany()).toMatchObject([{ ticketId: long.ticketId, until: storyTime(600) }]);
    expect(await readTicket(short.ticketId)).toMatchObject({ state: "open" });
  });

  test("its clocks go on in the cycles that the merge had cancelled", async () => {
    later(0);
    await writePolicy(simpleRules());
    const [a, b] = [await openGiulias(), await openGiulias()];
    later(5);
    await merge(a, b);
    expect(await targetsOf(a.ticketId)).toMatchObject([1, 2].map(() => ({ cancelledAt: storyTime(5) })));
    later(10);
    await unmerge(a);
    const targets = await targetsOf(a.ticketId);
    expect(targets).toMatchObject([1, 2].map(() => ({ cycle: 1, cancelledAt: null, metAt: null })));
    expect(targets.every(({ pausedSeconds, dueAt }) => pausedSeconds === 300 && dueAt !== null)).toBe(true);
    expect((await readTicket(a.ticketId)).nextDueAt).not.toEqual((await readTicket(b.ticketId)).nextDueAt);
    later(15);
    await replyToTicket(sara(), a.number, compose({ mode: "keep_open" }), { channel: "api" });
    expect(await targetsOf(a.ticketId, "first_reply")).toMatchObject([{ cycle: 1, metAt: storyTime(15) }]);
    await archivePolicies();
  });
});

describe("people", () => {
  test("who came only by the merge leaves, unless they wrote there, were asked for or belong to another merged ticket", async () => {
    const a = await openGiulias({ requesterId: cast.hana.id, participantIds: [cast.paolo.id] });
    const other = await openGiulias({ participantIds: [cast.paolo.id] });
    const b = await openGiulias();
    await followTicket(castCtx("elena"), a.number);
    await merge(a, b);
    await merge(other, b);
    expect(await peopleOf(b)).toEqual([cast.paolo.id, cast.hana.id].sort());
    await unmerge(a);
    expect(await peopleOf(b)).toEqual([cast.paolo.id]);
    expect(await follows(b, cast.elena.id)).toBe(0);
    expect(await follows(a, cast.elena.id)).toBe(1);
    expect(await peopleOf(a)).toEqual([cast.paolo.id]);
    await unmerge(other);
    expect(await peopleOf(b)).toEqual([]);

    await merge(a, b);
    await write(b, cast.hana.id);
    await addParticipant(sara(), b.number, cast.paolo.email);
    await followTicket(castCtx("elena"), b.number);
    await unmerge(a);
    expect(await peopleOf(b)).toEqual([cast.paolo.id, cast.hana.id].sort());
    expect(await follows(b, cast.elena.id)).toBe(1);
  });

  test("who took part before the merge stays", async () => {
    const a = await openGiulias({ requesterId: cast.hana.id });
    const b = await openGiulias({ participantIds: [cast.hana.id] });
    await merge(a, b);
    await unmerge(a);
    expect(await peopleOf(b)).toEqual([cast.hana.id]);
  });
});

describe("messages by its number", () => {
  test("stay in the target, which says so", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await write(a);
    await merge(a, b);
    const moved = await write(a);
    await write(b);
    const note = await receiveAgentNote(systemCtx(), {
      ticketId: a.ticketId,
      authorId: cast.sara.id,
      body: { text: "Looking at it." },
      channel: "mail",
      inboundId: a.messageId,
    });
    expect(await unmerge(a)).toMatchObject({ kept: 2 });
    const keptIds = expect.arrayContaining([moved.messageId, note.messageId]);
    expect(await unmergedOn(b)).toEqual([{ fromId: a.ticketId, keptIds }]);
    expect(await unmergedOn(a)).toEqual([{ intoId: b.ticketId, keptIds }]);
    expect(await db().message.count({ where: { ticketId: a.ticketId } })).toBe(2);
    // Merged and freed again, the old ones are no news.
    await merge(a, b);
    expect(await unmerge(a)).toMatchObject({ kept: 0 });
  });

  test("a mail on its way is where the chain leads once it is filed, and is told of when it stays", async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await openGiulias(), await openGiulias()];
      await merge(a, b);
      const [freed, received] = await Promise.all([unmerge(a), write(a)]);
      expect([a.number, b.number]).toContain(received.number);
      expect(freed.kept).toBe(received.number === b.number ? 1 : 0);
    }
  });
});

describe("a chain", () => {
  const people = { requesterId: cast.hana.id };

  test("the first comes free of it, wherever its mail went", async () => {
    const [a, b, c] = [await openGiulias(people), await openGiulias(), await openGiulias()];
    await merge(a, b);
    await write(a, cast.hana.id);
    await merge(b, c);
    await write(a, cast.hana.id);
    expect(await unmerge(a)).toEqual({ from: a.number, into: b.number, kept: 2 });
    expect((await unmergedOn(c))[0]).toMatchObject({ fromId: a.ticketId, keptIds: [expect.any(String)] });
    expect(await write(a, cast.hana.id)).toMatchObject({ number: a.number });
    expect(await write(b)).toMatchObject({ number: c.number });
  });

  test("whom it brought leaves every ticket behind it", async () => {
    const [a, b, c] = [await openGiulias(people), await openGiulias(), await openGiulias()];
    await merge(a, b);
    await merge(b, c);
    expect(await peopleOf(c)).toEqual([cast.hana.id]);
    await unmerge(a);
    expect([await peopleOf(b), await peopleOf(c)]).toEqual([[], []]);
  });

  test("the middle one comes free and keeps what is merged into it", async () => {
    const [a, b, c] = [await openGiulias(people), await openGiulias(), await openGiulias()];
    await merge(a, b);
    await merge(b, c);
    await write(a, cast.hana.id);
    expect(await unmerge(b)).toEqual({ from: b.number, into: c.number, kept: 1 });
    expect(await readTicket(b.ticketId)).toMatchObject({ state: "new" });
    expect(await readTicket(a.ticketId)).toMatchObject({ state: "closed" });
    expect(await write(a, cast.hana.id)).toMatchObject({ number: b.number });
  });

  test("a circle stays impossible", async () => {
    const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
    await merge(a, b);
    await merge(b, c);
    await expect(merge(c, a)).rejects.toMatchObject({ code: "tickets:error.mergeCircle" });
    await unmerge(a);
    expect(await merge(c, a)).toEqual({ into: a.number });
    await expect(merge(a, b)).rejects.toMatchObject({ code: "tickets:error.mergeCircle" });
  });
});

describe("refused", () => {
  test("what is not merged, and by two at once the second", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await expect(unmerge(a)).rejects.toMatchObject({ code: "tickets:error.notMerged", params: { number: a.number } });
    await merge(a, b);
    const ends = await race(
      () => unmerge(a),
      () => unmerge(a),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "tickets:error.notMerged" },
    });
    expect(await unmergedOn(b)).toHaveLength(1);
  });

  test("another target than the one that was seen", async () => {
    const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
    await merge(a, b);
    await unmerge(a);
    await merge(a, c);
    await expect(unmergeTickets(sara(), a.number, { into: b.number })).rejects.toMatchObject({
      code: "tickets:error.mergedElsewhere",
      params: { from: a.number, into: c.number, named: b.number },
    });
    expect(await unmergeTickets(sara(), a.number, { into: c.number })).toMatchObject({ into: c.number });
  });

  test("while one of the two is in the bin", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await merge(a, b);
    for (const one of [a, b]) {
      await deleteTicket(sara(), one.number);
      await expect(unmerge(a)).rejects.toMatchObject({
        code: "tickets:error.unmergeDeleted",
        params: { number: one.number },
      });
      await restoreTicket(sara(), one.number);
    }
    expect(await unmerge(a)).toMatchObject({ kept: 0 });
  });

  test("to customers, to who only reads along, and out of sight", async () => {
    const a = await openGiulias();
    const b = await openGiulias({ queueId: queues.billing.id });
    await merge(a, b);
    await expect(unmergeTickets(castCtx("giulia"), a.number)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(unmergeTickets(castCtx("elena"), a.number)).rejects.toMatchObject({ kind: "not_found" });
    await db().ticketFollower.create({ data: { ticketId: b.ticketId, personId: cast.elena.id, at: storyTime(0) } });
    await expect(unmergeTickets(castCtx("elena"), a.number)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await unmergeTickets(castCtx("ada"), a.number)).toMatchObject({ into: b.number });
  });
});

test("however merges and their undoing run at once, no circle arises and every free ticket is open", async () => {
  const act = fc.record({ undo: fc.boolean(), from: fc.nat(3), into: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      const tickets: OpenedTicket[] = [];
      for (let i = 0; i < 4; i++) tickets.push(await openGiulias());
      const results = await race(
        ...acts.map(
          ({ undo, from, into }) =>
            () =>
              undo ? unmerge(tickets[from]!) : merge(tickets[from]!, tickets[into]!),
        ),
      );
      const refusals = results.flatMap((r) => (r.status === "rejected" ? [String(r.reason.code ?? r.reason)] : []));
      expect(refusals.filter((code) => !/mergeSelf|mergeCircle|error\.merged|notMerged/.test(code))).toEqual([]);
      const pointers = new Map((await db().merge.findMany()).map(({ fromId, intoId }) => [fromId, intoId]));
      for (const { ticketId } of tickets) {
        expect((await readTicket(ticketId)).state).toBe(pointers.has(ticketId) ? "closed" : "new");
        let end = ticketId;
        for (let steps = 0; pointers.has(end); steps++) {
          expect(steps).toBeLessThan(5);
          end = pointers.get(end)!;
        }
      }
    }),
    { numRuns: 12 },
  );
});
