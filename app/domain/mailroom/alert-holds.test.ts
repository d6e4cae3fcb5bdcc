import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyMailroom, take } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { calendarRules } from "~/domain/calendars/schema";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { alertHolds } from "./alert-holds.server";
import { decideHeldMail } from "./decide-held-mail.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
/** Friday, 16:00 in Rome. */
const FRIDAY = "2026-11-20T15:00:00.000Z";
let restore = () => {};
beforeEach(async () => {
  restore = freezeClock(FRIDAY);
  await db().event.deleteMany();
  await db().queue.updateMany({ data: { teamId: null } });
  await db().team.deleteMany();
});
afterEach(() => restore());

const spam = () => take({ headers: { "X-Spam-Flag": "YES" } });
const overdue = () => db().event.findMany({ where: { type: "mail.held_overdue" } });
const at = (now: string | Date) => systemCtx({ now: new Date(now) });

/** Repairs is worked by a team that is open from nine to six on weekdays. */
async function giveTeam(hours?: Record<string, [string, string][]>) {
  const [calendarId, teamId] = [newId(), newId()];
  const day: [string, string][] = [["09:00", "18:00"]];
  const rules = calendarRules.parse({
    timeZone: "Europe/Rome",
    hours: hours ?? { mon: day, tue: day, wed: day, thu: day, fri: day },
    holidays: [],
  });
  await db().calendar.create({ data: { id: calendarId, name: calendarId } });
  await db().calendarVersion.create({ data: { id: newId(), calendarId, version: 1, rules, at: new Date(FRIDAY) } });
  await db().team.create({ data: { id: teamId, name: teamId, leadId: cast.elena.id, calendarId } });
  await db().queue.update({ where: { id: queues.repairs.id }, data: { teamId } });
}

test("four working hours later, in the hours of the queue's team: a Friday afternoon's mail on Monday at eleven", async () => {
  await giveTeam();
  const { id, hold } = await spam();
  expect(hold!.alertAt).toEqual(new Date("2026-11-23T10:00:00.000Z"));
  expect(await alertHolds(at("2026-11-23T09:59:59.000Z"))).toBe(0);
  expect(await alertHolds(at("2026-11-23T10:00:00.000Z"))).toBe(1);
  expect((await overdue()).map(({ data }) => data)).toEqual([{ inboundId: id, queueId: queues.repairs.id }]);
});

test("once, also after a restart, and with two workers; never about what is decided", async () => {
  await spam();
  const decided = await spam();
  await decideHeldMail(castCtx("elena"), decided.id, { kind: "discard" });
  const later = "2026-11-24T10:00:00.000Z";
  const said = await Promise.all([1, 2, 3, 4].map(() => alertHolds(at(later))));
  expect(said.reduce((sum, n) => sum + n)).toBe(1);
  expect(await alertHolds(at(later))).toBe(0);
  expect(await overdue()).toHaveLength(1);
});

test("once in day and night, where the team's hours are empty and never open", async () => {
  await giveTeam({});
  const { hold } = await spam();
  expect(hold!.alertAt.getTime() - Date.parse(FRIDAY)).toBe(4 * 3_600_000);
  expect([await alertHolds(at(hold!.alertAt)), await alertHolds(at(hold!.alertAt))]).toEqual([1, 0]);
});

test("with nobody's calendar day and night count", async () => {
  const { hold } = await spam();
  expect(hold!.alertAt.getTime() - Date.parse(FRIDAY)).toBe(4 * 3_600_000);
});
