import fc from "fast-check";
import { expect, test } from "vitest";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { eventsOf, openGiulias, race, readTicket } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { followTicket } from "./follow-ticket.server";
import { mergeTickets } from "./merge-tickets.server";
import type { OpenedTicket } from "./open-ticket.server";

useDatabase();
const db = () => database().prisma;
const merge = (from: number, into: number) => mergeTickets(castCtx("sara"), from, into);

/** Follows the pointers; fails on a circle. */
async function endOf(ticketId: string): Promise<string> {
  const seen = new Set<string>();
  for (let id = ticketId; ;) {
    if (seen.has(id)) throw new Error("circle");
    seen.add(id);
    const next = await db().merge.findUnique({ where: { fromId: id } });
    if (!next) return id;
    id = next.intoId;
  }
}

test("a merged ticket is closed and its people get the target's answers", async () => {
  const a = await openGiulias({ participantIds: [cast.hana.id] });
  const b = await openGiulias({ requesterId: cast.paolo.id });
  await followTicket(castCtx("elena"), a.number);
  expect(await merge(a.number, b.number)).toEqual({ into: b.number });
  expect(await readTicket(a.ticketId)).toMatchObject({ state: "closed" });
  const { participants } = await readTicket(b.ticketId);
  expect(participants.map((p) => p.personId).sort()).toEqual([cast.giulia.id, cast.hana.id].sort());
  expect(await db().ticketFollower.count({ where: { ticketId: b.ticketId, personId: cast.elena.id } })).toBe(1);
  expect((await eventsOf(a.ticketId)).map((e) => e.type)).toEqual([
    "ticket.opened",
    "ticket.followed",
    "ticket.state_changed",
    "ticket.merged",
  ]);
  expect((await eventsOf(b.ticketId)).at(-1)).toMatchObject({ type: "ticket.absorbed", data: { fromId: a.ticketId } });
});

test("itself, a circle, a second time and out of sight are refused", async () => {
  const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
  const hidden = await openGiulias({ queueId: queues.billing.id });
  await expect(merge(a.number, a.number)).rejects.toMatchObject({ code: "tickets:error.mergeSelf" });
  await merge(a.number, b.number);
  await expect(merge(b.number, a.number)).rejects.toMatchObject({ code: "tickets:error.mergeCircle" });
  await expect(merge(a.number, c.number)).rejects.toMatchObject({ code: "tickets:error.merged" });
  await expect(mergeTickets(castCtx("elena"), c.number, hidden.number)).rejects.toMatchObject({ kind: "not_found" });
  await expect(mergeTickets(castCtx("giulia"), b.number, c.number)).rejects.toMatchObject({ kind: "forbidden" });
});

test("into a merged ticket means into the end of its chain", async () => {
  const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
  await merge(b.number, c.number);
  expect(await merge(a.number, b.number)).toEqual({ into: c.number });
});

test("no circle arises, however many merges run at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 3, maxLength: 8 }), async (pairs) => {
      const tickets: OpenedTicket[] = [];
      for (let i = 0; i < 5; i++) tickets.push(await openGiulias());
      const results = await race(
        ...pairs.map(
          ([f, i]) =>
            () =>
              merge(tickets[f]!.number, tickets[i]!.number),
        ),
      );
      const refusals = results.flatMap((r) => (r.status === "rejected" ? [String(r.reason.code)] : []));
      expect(refusals.filter((code) => !/mergeSelf|mergeCircle|merged/.test(code))).toEqual([]);
      for (const { ticketId } of tickets) {
        const end = await readTicket(await endOf(ticketId));
        expect(end.state).toBe("new");
      }
    }),
    { numRuns: 12 },
  );
});
