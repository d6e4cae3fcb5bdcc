import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, STORY_TIME } from "#tests/support/cast";
import { insertEvent, insertTicket } from "#tests/support/insert-ticket";
import { seedCrowd } from "#tests/support/seed-crowd";
import { explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { listAuditEvents } from "./list-audit-events.server";

useDatabase();

const NONE = { type: null, personId: null, after: null };
const hour = (n: number) => new Date(new Date(STORY_TIME).getTime() + n * 3_600_000);
let number: number;

beforeAll(async () => {
  freezeClock(STORY_TIME);
  await seedCrowd(database().prisma, 3_000);
  const ticket = await insertTicket();
  ({ number } = ticket);
  for (let i = 0; i < 60; i++)
    await database().prisma.event.create({
      data: {
        id: newId(hour(i).getTime()),
        type: i % 2 ? "person.signed_in" : "settings.changed",
        at: hour(i),
        actorKind: "person",
        actorId: cast.ada.id,
        personId: i % 2 ? cast.elena.id : null,
        data: { i },
      },
    });
  await insertEvent(ticket.id, "ticket.noted", {}, hour(100), cast.elena.id);
  await insertEvent(ticket.id, "sla.warned", {}, hour(101));
  await database().pool.query("analyze event");
});

describe("listAuditEvents", () => {
  it("walks through what is no ticket's, newest first, and back", async () => {
    const first = await listAuditEvents(castCtx("ada"), NONE);
    expect(first.types).toContain("settings.changed");
    expect(first.types).toContain("ticket.opened");
    const second = await listAuditEvents(castCtx("ada"), { ...NONE, after: first.next });
    const third = await listAuditEvents(castCtx("ada"), { ...NONE, after: second.next });
    expect([...first.rows, ...second.rows, ...third.rows].map((row) => row.data.i)).toEqual(
      Array.from({ length: 60 }, (_, i) => 59 - i),
    );
    expect(third.next).toBeNull();
    expect((await listAuditEvents(castCtx("ada"), { ...NONE, after: third.previous })).rows).toEqual(second.rows);
  });

  it("filters by type, and by person with what they did to tickets", async () => {
    const signIns = await listAuditEvents(castCtx("ada"), { ...NONE, type: "person.signed_in" });
    expect(new Set(signIns.rows.map((row) => row.type))).toEqual(new Set(["person.signed_in"]));
    expect(signIns.rows[0]).toMatchObject({ actorName: "Ada Novak", personName: "Elena Rossi", ticketNumber: null });
    const { rows } = await listAuditEvents(castCtx("ada"), { ...NONE, personId: cast.elena.id });
    expect(rows[0]).toMatchObject({ type: "ticket.noted", ticketNumber: number, actorName: "Elena Rossi" });
    expect(rows[1]).toMatchObject({ type: "person.signed_in" });
  });

  it("reads by indexes", async () => {
    for (const query of [NONE, { ...NONE, type: "settings.changed" }, { ...NONE, personId: cast.elena.id }]) {
      const ran = await statementsOf(() => listAuditEvents(castCtx("ada"), query));
      expect(ran).toHaveLength(2);
      for (const plan of await Promise.all(ran.map(explain))) expect(plan.scanned).not.toContain("event");
    }
  });

  it("is for administrators", async () => {
    for (const name of ["sara", "giulia"] as const)
      await expect(listAuditEvents(castCtx(name), NONE)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
