import { describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx } from "#tests/support/cast";
import { statementsOf } from "#tests/support/statements";
import { race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { archiveCalendar } from "./archive-calendar.server";
import { ALWAYS_OPEN_ID } from "./built-in";
import { changeCalendar } from "./change-calendar.server";
import { createCalendar } from "./create-calendar.server";
import { getCalendar } from "./get-calendar.server";
import { getCalendarVersion } from "./get-calendar-version.server";
import { listCalendars } from "./list-calendars.server";
import { listCalendarsForAdmin } from "./list-calendars-for-admin.server";
import { makeCalendarDefault } from "./make-calendar-default.server";
import { listCalendarUses } from "./internal/list-calendar-uses.server";
import { lockCalendars } from "./internal/lock-calendars.server";
import { restoreCalendar } from "./restore-calendar.server";
import { storedRules } from "./stored-rules";

useDatabase();
const ada = () => castCtx("ada");
const rules = (over: object = {}) =>
  storedRules.parse({ timeZone: "Europe/Rome", hours: { mon: [["08:00", "12:00"]] }, holidays: [], ...over });
const christmas = rules({ holidays: ["12-25"], names: { "12-25": "Natale" } });
let made = 0;
const create = async (over: object = {}) =>
  (await createCalendar(ada(), { name: `Hours ${++made}`, rules: rules(over) })).calendarId;
const eventsOf = async (calendarId: string) =>
  (await database().prisma.event.findMany({ where: { data: { path: ["calendarId"], equals: calendarId } }, orderBy: { id: "asc" } })).map(({ type }) => type); // prettier-ignore

describe("a calendar", () => {
  test("keeps every version with the names of its holidays; what changes nothing makes none", async () => {
    const id = await create();
    await changeCalendar(ada(), id, { name: "Turin", rules: christmas, seen: 1 });
    await changeCalendar(ada(), id, { name: "Turin", rules: christmas, seen: 2 });
    const calendar = await getCalendar(ada(), id);
    expect(calendar).toMatchObject({ name: "Turin", version: 2, archived: false, rules: christmas, uses: [] });
    expect(calendar.history).toMatchObject([{ version: 2, byName: "Ada Novak" }, { version: 1, byName: "Ada Novak" }]); // prettier-ignore
    expect((await getCalendarVersion(ada(), id, 1)).rules).toEqual(rules());
    await expect(getCalendarVersion(ada(), id, 3)).rejects.toMatchObject({ kind: "not_found" });
    expect(await eventsOf(id)).toEqual(["calendar.created", "calendar.changed"]);
  });

  test("saved by two at once has one winner, and the other is told", async () => {
    const id = await create();
    const save = (name: string) => () => changeCalendar(ada(), id, { name, rules: christmas, seen: 1 });
    const results = await race(save("First"), save("Second"));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "calendars:error.changedMeanwhile", params: { version: 2 } },
    });
    expect(await database().prisma.calendarVersion.count({ where: { calendarId: id } })).toBe(2);
  });

  test("has a name of its own, also when two are made at once", async () => {
    const taken = { kind: "invalid", fields: { name: "calendars:error.nameTaken" } };
    const results = await race(
      () => createCalendar(ada(), { name: "Night shift", rules: rules() }),
      () => createCalendar(ada(), { name: "Night shift", rules: rules() }),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: taken });
    const id = await create();
    const rename = changeCalendar(ada(), id, { name: "Night shift", rules: rules(), seen: 1 });
    await expect(rename).rejects.toMatchObject(taken);
  });

  test("keeps its name when it is archived, and may be saved under the name it has", async () => {
    const id = await create();
    const { name } = await getCalendar(ada(), id);
    expect(await changeCalendar(ada(), id, { name, rules: christmas, seen: 1 })).toMatchObject({ version: 2 });
    await archiveCalendar(ada(), id);
    await expect(createCalendar(ada(), { name, rules: rules() })).rejects.toMatchObject({
      kind: "invalid",
      fields: { name: "calendars:error.nameTaken" },
    });
  });

  test("waits for another change of the calendars; who reads or refers to one does not", async () => {
    const id = await create();
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const locked = new Promise<void>((resolve) => {
      void inTransaction(ada(), async (ctx) => {
        await lockCalendars(ctx);
        resolve();
        await held;
        order.push("first");
      });
    });
    await locked;
    const waiting = changeCalendar(ada(), id, { name: `Waited ${made}`, rules: christmas, seen: 1 }).then(() =>
      order.push("second"),
    );
    await getCalendar(ada(), id);
    await database().prisma.team.create({ data: { id: newId(), name: `Team ${made}`, calendarId: id } });
    order.push("meanwhile");
    release();
    await waiting;
    expect(order).toEqual(["meanwhile", "first", "second"]);
  });

  test("is the administrators' business, and must exist", async () => {
    const sara = castCtx("sara");
    for (const act of [
      () => createCalendar(sara, { name: "Mine", rules: rules() }),
      () => changeCalendar(sara, newId(), { name: "Mine", rules: rules(), seen: 1 }),
      () => archiveCalendar(sara, newId()),
      () => restoreCalendar(sara, newId()),
      () => makeCalendarDefault(sara, newId()),
      () => getCalendar(sara, newId()),
      () => listCalendarsForAdmin(sara),
    ])
      await expect((async () => act())()).rejects.toMatchObject({ kind: "forbidden" });
    await expect(archiveCalendar(ada(), newId())).rejects.toMatchObject({ kind: "not_found" });
    await expect(getCalendar(ada(), newId())).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("the default", () => {
  test("is one, 24 × 7 until somebody chooses, and cannot be archived", async () => {
    expect((await listCalendars(ada())).filter(({ isDefault }) => isDefault)).toEqual([]);
    const [one, two] = [await create(), await create()];
    await race(
      () => makeCalendarDefault(ada(), one),
      () => makeCalendarDefault(ada(), two),
    );
    await makeCalendarDefault(ada(), two);
    await makeCalendarDefault(ada(), two);
    expect((await listCalendars(ada())).filter(({ isDefault }) => isDefault)).toMatchObject([{ id: two }]);
    await expect(archiveCalendar(ada(), two)).rejects.toMatchObject({ code: "calendars:error.archiveDefault" });
    await archiveCalendar(ada(), one);
    await expect(makeCalendarDefault(ada(), one)).rejects.toMatchObject({ code: "calendars:error.archived" });
  });

  test("24 × 7 stays as it is", async () => {
    const change = changeCalendar(ada(), ALWAYS_OPEN_ID, { name: "Office", rules: rules(), seen: 1 });
    await expect(change).rejects.toMatchObject({ kind: "conflict", code: "calendars:error.builtIn" });
    await expect(archiveCalendar(ada(), ALWAYS_OPEN_ID)).rejects.toMatchObject({ code: "calendars:error.builtIn" });
    expect((await listCalendars(ada())).at(-1)).toMatchObject({ id: ALWAYS_OPEN_ID, timeZone: "UTC" });
  });
});

describe("a calendar in use", () => {
  test("is not archived, and says by whom", async () => {
    const id = await create();
    const db = database().prisma;
    const policyId = newId();
    const policyRules = (calendarId: string | null) => ({ calendarId, targets: {} });
    await db.slaPolicy.create({ data: { id: policyId, name: "Gold", position: 1, version: 2 } });
    await db.slaPolicyVersion.createMany({
      data: [1, 2].map((version) => ({ id: newId(), policyId, version, rules: policyRules(version === 2 ? id : null), at: new Date() })), // prettier-ignore
    });
    await db.team.create({ data: { id: newId(), name: "Turin", calendarId: id } });
    await db.agentProfile.upsert({
      where: { personId: cast.sara.id },
      create: { personId: cast.sara.id, presenceAt: new Date(), calendarId: id, languages: [], regions: [] },
      update: { calendarId: id },
    });
    await expect(archiveCalendar(ada(), id)).rejects.toMatchObject({
      code: "calendars:error.usedBy",
      params: { names: "Sara Bianchi, Gold, Turin" },
    });
    expect((await listCalendarsForAdmin(ada())).find((calendar) => calendar.id === id)).toMatchObject({ uses: 3 });
    expect((await getCalendar(ada(), id)).uses.map(({ kind }) => kind)).toEqual(["agent", "policy", "team"]);

    await db.slaPolicyVersion.create({ data: { id: newId(), policyId, version: 3, rules: policyRules(null), at: new Date() } }); // prettier-ignore
    await db.slaPolicy.update({ where: { id: policyId }, data: { version: 3 } });
    await db.team.updateMany({ where: { calendarId: id }, data: { calendarId: null } });
    await db.agentProfile.updateMany({ where: { calendarId: id }, data: { calendarId: null } });
    const version = Date.now() % 1_000_000;
    const time = { conditions: { all: [{ fact: "time", op: "open", values: [id] }] } };
    await db.ruleSet.create({ data: { version, rules: [time], at: new Date() } });
    await expect(archiveCalendar(ada(), id)).rejects.toMatchObject({ code: "calendars:error.usedByRules" });
    await db.ruleSet.create({ data: { version: version + 1, rules: [], at: new Date() } });
    await archiveCalendar(ada(), id);
    expect((await listCalendars(ada())).some((calendar) => calendar.id === id)).toBe(false);
    expect((await listCalendarsForAdmin(ada())).at(-1)).toMatchObject({ id, archived: true });
    await restoreCalendar(ada(), id);
    await restoreCalendar(ada(), id);
    expect(await eventsOf(id)).toEqual(["calendar.created", "calendar.archived", "calendar.restored"]);
  });

  test("is told for many at once in one statement; what is archived or gone uses none", async () => {
    const [one, two, unused] = [await create(), await create(), await create()];
    const db = database().prisma;
    const [team, other] = [newId(), newId()];
    await db.team.createMany({
      data: [
        { id: team, name: "Asti", calendarId: one },
        { id: other, name: "Bari", calendarId: two },
      ],
    });
    const profile = (personId: string, calendarId: string) =>
      db.agentProfile.upsert({
        where: { personId },
        create: { personId, presenceAt: new Date(), calendarId, languages: [], regions: [] },
        update: { calendarId },
      });
    await profile(cast.elena.id, one);
    await profile(cast.marco.id, one);
    const uses = async () =>
      (await listCalendarUses(ada(), [one, two, unused])).map(({ calendarId, kind, name }) => [
        calendarId,
        `${kind} ${name}`,
      ]);
    const statements = await statementsOf(uses);
    expect(statements).toHaveLength(1);
    const all = [
      [one, "agent Elena Rossi"],
      [one, "agent Marco Conti"],
      [one, "team Asti"],
      [two, "team Bari"],
    ];
    expect(await uses()).toEqual(all);
    await db.team.update({ where: { id: other }, data: { archivedAt: new Date() } });
    await db.person.update({ where: { id: cast.elena.id }, data: { deactivatedAt: new Date() } });
    expect(await uses()).toEqual(all.slice(1, 3));
    await db.person.update({ where: { id: cast.elena.id }, data: { deactivatedAt: null } });
    expect(await statementsOf(() => listCalendarUses(ada(), []))).toEqual([]);
  });
});
