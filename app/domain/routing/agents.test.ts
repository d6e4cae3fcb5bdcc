import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { countStatements } from "#tests/support/statements";
import { at, race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { absenceForm, type AbsenceForm } from "./absence-schema";
import { addAbsence } from "./add-absence.server";
import { archiveSkill } from "./archive-skill.server";
import { changeAbsence } from "./change-absence.server";
import { changeAgent } from "./change-agent.server";
import { changePriorityWeights } from "./change-priority-weights.server";
import { createSkill } from "./create-skill.server";
import { getAgent } from "./get-agent.server";
import { getPriorityWeights } from "./get-priority-weights.server";
import { listAgentStates } from "./list-agent-states.server";
import { listLedAgents } from "./list-led-agents.server";
import { listSkills } from "./list-skills.server";
import { listUsedRegions } from "./list-used-regions.server";
import { profileForm, skillForm, weightsForm } from "./profile-schema";
import { removeAbsence } from "./remove-absence.server";
import { renameSkill } from "./rename-skill.server";

useDatabase();
const ada = () => castCtx("ada");
const db = () => database().prisma;
const refused = (field: string, key: string) => ({ kind: "invalid", fields: { [field]: key } });
const forbidden = { kind: "forbidden" };
const unseen = { kind: "not_found" };
const profile = (over: Record<string, unknown> = {}) => profileForm.parse({ capacity: "8", ...over });
const away = (over: Partial<Record<keyof AbsenceForm, string>> = {}): AbsenceForm =>
  absenceForm.parse({ firstDay: "2026-12-24", lastDay: "2027-01-06", ...over });

async function calendar(name: string, hours: object, over: { isDefault?: boolean; archivedAt?: Date } = {}) {
  const id = newId();
  const rules = { timeZone: "Europe/Rome", hours, holidays: [] };
  await db().calendar.create({
    data: { id, name, ...over, versions: { create: { id: newId(), version: 1, rules, at: new Date() } } },
  });
  return id;
}

async function team(name: string, members: string[], over: { leadId?: string; calendarId?: string } = {}) {
  const id = newId();
  await db().team.create({
    data: { id, name, ...over, members: { create: members.map((personId) => ({ personId })) } },
  });
  return id;
}

beforeEach(async () => {
  at(0);
  await database().pool.query("delete from absence; delete from agent_skill; delete from skill; delete from team");
  await database().pool.query("delete from ticket; delete from event; delete from agent_profile");
  await db().calendarVersion.deleteMany({ where: { calendar: { builtIn: false } } });
  await db().calendar.deleteMany({ where: { builtIn: false } });
});

describe("a profile", () => {
  test("holds places, languages, regions, hours, cost and skills; a repeat changes nothing", async () => {
    const { skillId } = await createSkill(ada(), "Pumps");
    const calendarId = await calendar("Night", { mon: [["22:00", "06:00"]] });
    const form = profile({
      capacity: "8",
      languages: ["it", "en"],
      regions: "Piemonte,  Valle d'Aosta; piemonte",
      hourlyRate: "32,5",
      calendarId,
      skills: { [skillId]: "4" },
    });
    await changeAgent(ada(), cast.sara.id, form);
    expect(await getAgent(ada(), cast.sara.id)).toMatchObject({
      capacity: 8,
      languages: ["it", "en"],
      regions: ["piemonte", "Valle d'Aosta"],
      hourlyRate: 3250,
      calendarId,
      skills: [{ id: skillId, name: "Pumps", level: 4 }],
      hours: { source: "own", openNow: false, calendar: { name: "Night", timeZone: "Europe/Rome" } },
    });
    await changeAgent(ada(), cast.sara.id, form);
    const events = await db().event.findMany({ where: { type: "agent.profile_changed" } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      personId: cast.sara.id,
      data: { fields: ["capacity", "languages", "regions", "calendar", "hourlyRate", "skills"] },
    });
    expect(await listUsedRegions(ada())).toEqual(["Valle d'Aosta", "piemonte"]);
  });

  test("of an older form is a conflict; of two at once one holds", async () => {
    const { mark } = await getAgent(ada(), cast.sara.id);
    const results = await race(
      ...[3, 4].map((capacity) => () => changeAgent(ada(), cast.sara.id, profile({ capacity, mark }))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "agents:error.changedMeanwhile" },
    });
  });

  test("refuses what is no number of places, no money, a calendar or skill that is not on offer", async () => {
    const keyOf = (over: object, path: string) =>
      profileForm.safeParse({ capacity: "8", ...over }).error?.issues.find((i) => i.path.join(".") === path)?.message;
    for (const capacity of ["-1", "1.5", "1001", "many"])
      expect(keyOf({ capacity }, "capacity")).toBe("agents:error.capacity");
    expect(keyOf({ hourlyRate: "12.345" }, "hourlyRate")).toBe("agents:error.rate");
    expect(keyOf({ languages: Array.from({ length: 5 }, () => "en") }, "languages")).toBe("common:error.invalid");
    const skill = newId();
    expect(keyOf({ skills: { [skill]: "6" } }, `skills.${skill}`)).toBe("agents:error.level");
    const archived = await calendar("Old", {}, { archivedAt: new Date() });
    await expect(changeAgent(ada(), cast.sara.id, profile({ calendarId: archived }))).rejects.toMatchObject(
      refused("calendarId", "agents:error.noCalendar"),
    );
    const gone = newId();
    await expect(changeAgent(ada(), cast.sara.id, profile({ skills: { [gone]: 2 } }))).rejects.toMatchObject(
      refused(`skills.${gone}`, "agents:error.noSkill"),
    );
    await expect(changeAgent(ada(), cast.giulia.id, profile())).rejects.toMatchObject({ kind: "not_found" });
    await expect(async () => changeAgent(castCtx("sara"), cast.sara.id, profile())).rejects.toMatchObject(forbidden);
  });

  test("keeps an archived skill that the form does not show", async () => {
    const { skillId } = await createSkill(ada(), "Steam");
    await changeAgent(ada(), cast.sara.id, profile({ skills: { [skillId]: 5 } }));
    await archiveSkill(ada(), skillId);
    await changeAgent(ada(), cast.sara.id, profile({ capacity: "9" }));
    expect((await getAgent(ada(), cast.sara.id)).skills).toEqual([]);
    await archiveSkill(ada(), skillId, { restore: true });
    expect((await getAgent(ada(), cast.sara.id)).skills).toMatchObject([{ level: 5 }]);
  });
});

test("hours are the own ones, else the oldest team's, else the company's, else always", async () => {
  const hoursOf = async () => (await getAgent(ada(), cast.sara.id)).hours;
  expect(await hoursOf()).toEqual({ source: "always", team: null, calendar: null, openNow: true });
  const company = await calendar("Company", { fri: [["08:00", "18:00"]] }, { isDefault: true });
  expect(await hoursOf()).toMatchObject({ source: "company", calendar: { id: company }, openNow: true });
  const field = await calendar("Field hours", { fri: [["06:00", "10:00"]] });
  await team("Field", [cast.sara.id], { calendarId: field });
  await team("Late", [cast.sara.id], { calendarId: company });
  expect(await hoursOf()).toMatchObject({ source: "team", team: "Field", calendar: { id: field }, openNow: false });
  const own = await calendar("Own", { fri: [["11:00", "12:00"]] });
  await changeAgent(ada(), cast.sara.id, profile({ calendarId: own }));
  expect(await hoursOf()).toMatchObject({ source: "own", team: null, calendar: { id: own }, openNow: true });
});

describe("the list of agents", () => {
  test("walks by name there and back, in as many statements for many as for few", async () => {
    const few = await countStatements(() => listAgentStates(ada(), null));
    const crowd = Array.from({ length: 60 }, (_, i) => ({
      id: newId(),
      name: `Zoe ${String(i % 30).padStart(2, "0")}`,
    }));
    const made = crowd.map((person) => ({ ...person, role: "agent" as const, createdAt: new Date() }));
    await db().person.createMany({ data: made });
    await calendar("Company", { mon: [["08:00", "18:00"]] }, { isDefault: true });
    await team(
      "Crowd",
      crowd.map(({ id }) => id),
    );
    expect(await countStatements(() => listAgentStates(ada(), null))).toBeLessThanOrEqual(few + 1);
    expect(await countStatements(() => listAgentStates(ada(), null))).toBe(1);

    const seen: string[] = [];
    let page = await listAgentStates(ada(), null);
    const first = page.rows.map(({ id }) => id);
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      page = await listAgentStates(ada(), page.next);
    }
    expect(new Set(seen).size).toBe(64);
    expect(seen).toHaveLength(64);
    for (let backs = 0; page.previous && backs < 9; backs++) page = await listAgentStates(ada(), page.previous);
    expect(page.rows.map(({ id }) => id)).toEqual(first);
    expect((await listAgentStates(ada(), "nonsense")).rows.map(({ id }) => id)).toEqual(first);
    await db().person.deleteMany({ where: { id: { in: crowd.map(({ id }) => id) } } });
  });

  test("shows load, absence with stand-in and presence; a lead sees the team's members alone", async () => {
    await insertTicket({ state: "open", assigneeId: cast.sara.id });
    await addAbsence(
      ada(),
      cast.sara.id,
      away({ firstDay: "2026-11-20", lastDay: "2026-11-22", standInId: cast.elena.id }),
    );
    const sara = (await listAgentStates(ada(), null)).rows.find(({ id }) => id === cast.sara.id);
    expect(sara).toMatchObject({ load: 1, capacity: 12, presence: "away", standIn: "Elena Rossi" });
    expect(sara?.absentUntil?.toISOString()).toBe("2026-11-22T23:00:00.000Z");
    await team("Field", [cast.sara.id, cast.elena.id], { leadId: cast.elena.id });
    expect((await listLedAgents(castCtx("elena"))).map(({ id }) => id)).toEqual([cast.sara.id]);
    expect(await listLedAgents(castCtx("sara"))).toEqual([]);
    await expect(async () => listAgentStates(castCtx("sara"), null)).rejects.toMatchObject(forbidden);
    await expect(listLedAgents(castCtx("giulia"))).rejects.toMatchObject(forbidden);
    expect((await getAgent(castCtx("elena"), cast.sara.id)).inHand).toBe(1);
    await expect(getAgent(castCtx("marco"), cast.sara.id)).rejects.toMatchObject(unseen);
  });
});

describe("absences", () => {
  const mine = () => castCtx("sara");
  const absences = async () => (await getAgent(mine(), cast.sara.id)).absences;

  test("are whole days on the person's clocks unless a time is given", async () => {
    const { absenceId } = await addAbsence(mine(), cast.sara.id, away({ note: " Skiing " }));
    const [absence] = await absences();
    expect(absence).toMatchObject({ id: absenceId, note: "Skiing", standIn: null });
    expect([absence?.from, absence?.to].map((at) => at?.toISOString())).toEqual([
      "2026-12-23T23:00:00.000Z",
      "2027-01-06T23:00:00.000Z",
    ]);
    expect(absence?.typed).toEqual({ firstDay: "2026-12-24", fromTime: null, lastDay: "2027-01-06", untilTime: null });
    const timed = away({ firstDay: "2026-12-23", fromTime: "13:30", lastDay: "2026-12-23", untilTime: "18:00" });
    await changeAbsence(mine(), cast.sara.id, absenceId, { ...timed, standInId: cast.marco.id });
    expect((await absences())[0]).toMatchObject({
      typed: { firstDay: "2026-12-23", fromTime: "13:30", lastDay: "2026-12-23", untilTime: "18:00" },
      standIn: { id: cast.marco.id },
    });
    await removeAbsence(mine(), cast.sara.id, absenceId);
    await removeAbsence(mine(), cast.sara.id, absenceId);
    expect(await absences()).toEqual([]);
    const events = await db().event.findMany({ where: { type: { startsWith: "agent.absence" } } });
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      "agent.absence_added",
      "agent.absence_changed",
      "agent.absence_removed",
    ]);
  });

  test("of one person never overlap, also when two are planned at once; they may touch", async () => {
    const overlap = refused("firstDay", "agents:error.absenceOverlap");
    const results = await race(...[1, 2, 3].map(() => () => addAbsence(mine(), cast.sara.id, away())));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(refusals).toEqual(refusals.map(() => expect.objectContaining(overlap)));
    await addAbsence(mine(), cast.sara.id, away({ firstDay: "2027-01-07", lastDay: "2027-01-08" }));
    await expect(
      addAbsence(mine(), cast.sara.id, away({ firstDay: "2027-01-06", lastDay: "2027-01-06" })),
    ).rejects.toMatchObject(overlap);
    const [, second] = await absences();
    await expect(changeAbsence(mine(), cast.sara.id, second?.id ?? "", away())).rejects.toMatchObject(overlap);
    expect(await absences()).toHaveLength(2);
  });

  test("that end before they begin, are over, far off, or stood in for by nobody fit are refused at the field", async () => {
    const plan = (over: Parameters<typeof away>[0]) => addAbsence(mine(), cast.sara.id, away(over));
    await expect(plan({ lastDay: "2026-12-20" })).rejects.toMatchObject(
      refused("lastDay", "agents:error.absenceOrder"),
    );
    await expect(plan({ firstDay: "2026-11-01", lastDay: "2026-11-19" })).rejects.toMatchObject(
      refused("lastDay", "agents:error.absenceOver"),
    );
    await expect(plan({ lastDay: "2040-01-01" })).rejects.toMatchObject(refused("lastDay", "agents:error.absenceFar"));
    await expect(plan({ firstDay: "2026-02-30" })).rejects.toMatchObject(refused("firstDay", "agents:error.day"));
    await expect(plan({ standInId: cast.sara.id })).rejects.toMatchObject(
      refused("standInId", "agents:error.ownStandIn"),
    );
    await expect(plan({ standInId: cast.giulia.id })).rejects.toMatchObject(
      refused("standInId", "agents:error.notStaff"),
    );
    expect(await absences()).toEqual([]);
  });

  test("are planned by oneself, the lead of a team and administrators, by nobody else", async () => {
    await team("Field", [cast.sara.id], { leadId: cast.elena.id });
    const { absenceId } = await addAbsence(castCtx("elena"), cast.sara.id, away());
    await removeAbsence(ada(), cast.sara.id, absenceId);
    await expect(addAbsence(castCtx("marco"), cast.sara.id, away())).rejects.toMatchObject(unseen);
    await expect(addAbsence(castCtx("giulia"), cast.giulia.id, away())).rejects.toMatchObject(forbidden);
    await expect(removeAbsence(castCtx("marco"), cast.sara.id, absenceId)).rejects.toMatchObject(unseen);
  });
});

test("skills are made, renamed, archived and offered again; names are unique", async () => {
  const { skillId } = await createSkill(ada(), "Pumps");
  const { skillId: other } = await createSkill(ada(), "Steam");
  await expect(createSkill(ada(), "Pumps")).rejects.toMatchObject(refused("name", "agents:error.skillName"));
  await expect(renameSkill(ada(), other, "Pumps")).rejects.toMatchObject(refused("name", "agents:error.skillName"));
  await expect(renameSkill(ada(), newId(), "X")).rejects.toMatchObject({ kind: "not_found" });
  const results = await race(
    () => renameSkill(ada(), skillId, "Valves"),
    () => renameSkill(ada(), other, "Valves"),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await archiveSkill(ada(), skillId);
  expect((await listSkills(ada())).at(-1)).toMatchObject({ id: skillId, agents: 0 });
  await archiveSkill(ada(), skillId, { restore: true });
  expect((await listSkills(ada())).every(({ archivedAt }) => archivedAt === null)).toBe(true);
  expect(skillForm.parse({ name: "  High   pressure " })).toEqual({ name: "High pressure" });
  await expect(async () => createSkill(castCtx("sara"), "X")).rejects.toMatchObject(forbidden);
});

describe("places by priority", () => {
  const weights = (over: object = {}) => weightsForm.parse({ urgent: 1, high: 1, normal: 1, low: 1, ...over });
  const load = async (personId: string = cast.sara.id) => (await getAgent(ada(), personId)).load;

  test("count every agent's places anew", async () => {
    await insertTicket({ state: "open", priority: "urgent", assigneeId: cast.sara.id });
    await insertTicket({ state: "new", priority: "low", assigneeId: cast.sara.id });
    await insertTicket({ state: "solved", priority: "urgent", assigneeId: cast.sara.id });
    await insertTicket({ state: "open", priority: "urgent", assigneeId: cast.elena.id, deletedAt: new Date() });
    await changePriorityWeights(ada(), weights({ urgent: 4, low: "2" }));
    expect([await load(), await load(cast.elena.id)]).toEqual([6, 0]);
    expect(await getPriorityWeights(ada())).toEqual({ urgent: 4, high: 1, normal: 1, low: 2 });
    await changePriorityWeights(ada(), weights());
    expect(await load()).toBe(2);
    await expect(async () => changePriorityWeights(castCtx("sara"), weights())).rejects.toMatchObject(forbidden);
    expect(weightsForm.safeParse({ ...weights(), low: "0" }).success).toBe(false);
  });

  test("agree with the tickets, also when tickets come and go meanwhile", async () => {
    const come = async () => void (await insertTicket({ state: "open", priority: "urgent", assigneeId: cast.sara.id }));
    const acts = [
      ...Array.from({ length: 12 }, () => come),
      ...[3, 5, 2].map((urgent) => () => changePriorityWeights(ada(), weights({ urgent }))),
    ];
    const results = await race(...acts);
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    const { urgent } = await getPriorityWeights(ada());
    expect(await load()).toBe(12 * urgent);
    await changePriorityWeights(ada(), weights());
  });
});
