import { beforeEach, expect, test } from "vitest";
import { changeQueue } from "~/domain/routing/change-queue.server";
import { createQueue } from "~/domain/routing/create-queue.server";
import { listQueues } from "~/domain/routing/list-queues.server";
import { queueForm } from "~/domain/routing/schema";
import { setQueueMembers } from "~/domain/routing/set-queue-members.server";
import { wakeAfterEvent } from "~/domain/routing/wake-after-event.server";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { countStatements } from "#tests/support/statements";
import { at, race, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { archiveTeam } from "./archive-team.server";
import { changeMember } from "./change-member.server";
import { changeTeam } from "./change-team.server";
import { createTeam } from "./create-team.server";
import { listTeams } from "./list-teams.server";
import { teamForm } from "./team-schema";

useDatabase();
const ada = () => castCtx("ada");
const db = () => database().prisma;
const form = (over: object = {}) => teamForm.parse({ name: "Field", ...over });
const refused = (field: string, key: string) => ({ kind: "invalid", fields: { [field]: key } });
const { sara, elena, marco, giulia } = cast;

/** Who works in a queue, `*` through its team. */
const workers = async (queueId: string) =>
  ((await listQueues(ada())).find(({ id }) => id === queueId)?.members ?? []).map(
    ({ name, viaTeam }) => `${name.split(" ")[0]}${viaTeam ? "*" : ""}`,
  );
const newQueue = async (over: object = {}) =>
  (await createQueue(ada(), queueForm.parse({ name: `Queue ${newId()}`, ...over }))).queueId;

beforeEach(async () => {
  at(0);
  await database().pool.query(
    "delete from queue_member where via_team; delete from team; delete from event; delete from graphile_worker._private_jobs",
  );
});

test("a team has a unique name, a lead, a manager, hours and members, each fit for it", async () => {
  const { teamId } = await createTeam(
    ada(),
    form({ leadId: sara.id, managerId: marco.id, members: [sara.id, elena.id] }),
  );
  expect(await listTeams(ada())).toMatchObject([
    { id: teamId, lead: { name: "Sara Bianchi" }, manager: { id: marco.id }, calendar: null, queues: [] },
  ]);
  expect((await listTeams(ada()))[0]?.members.map(({ name }) => name)).toEqual(["Elena Rossi", "Sara Bianchi"]);
  await expect(createTeam(ada(), form())).rejects.toMatchObject(refused("name", "agents:error.teamName"));
  await expect(createTeam(ada(), form({ name: "B", leadId: giulia.id }))).rejects.toMatchObject(
    refused("leadId", "agents:error.notStaff"),
  );
  await expect(changeTeam(ada(), teamId, form({ members: [giulia.id] }))).rejects.toMatchObject(
    refused("members", "agents:error.memberNotStaff"),
  );
  await expect(changeTeam(ada(), teamId, form({ calendarId: newId() }))).rejects.toMatchObject(
    refused("calendarId", "agents:error.noCalendar"),
  );
  await expect(changeTeam(ada(), newId(), form({ name: "C" }))).rejects.toMatchObject({ kind: "not_found" });
  const acts = [() => createTeam(castCtx("sara"), form()), () => listTeams(castCtx("sara"))];
  for (const act of acts) await expect(async () => act()).rejects.toMatchObject({ kind: "forbidden" });
});

test("two teams that take the same name at once: one does; a form made before another's change is a conflict", async () => {
  const { teamId: one } = await createTeam(ada(), form({ name: "One" }));
  const { teamId: two } = await createTeam(ada(), form({ name: "Two" }));
  const results = await race(
    () => changeTeam(ada(), one, form({ name: "Same" })),
    () => changeTeam(ada(), two, form({ name: "Same" })),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const mark = (await listTeams(ada())).find(({ id }) => id === one)?.mark;
  await changeTeam(ada(), one, form({ name: "First", mark }));
  await expect(changeTeam(ada(), one, form({ name: "Other", mark }))).rejects.toMatchObject({
    kind: "conflict",
    code: "agents:error.changedMeanwhile",
  });
});

test("a queue has its team's members, and follows them; who was put there by hand stays", async () => {
  const { teamId } = await createTeam(ada(), form({ members: [sara.id, elena.id] }));
  const queueId = await newQueue();
  await setQueueMembers(ada(), queueId, [{ personId: elena.id, assignable: true }]);
  await changeQueue(ada(), queueId, { teamId });
  expect(await workers(queueId)).toEqual(["Elena", "Sara*"]);
  await changeTeam(ada(), teamId, form({ members: [marco.id] }));
  expect(await workers(queueId)).toEqual(["Elena", "Marco*"]);
  await changeQueue(ada(), queueId, { teamId: null });
  expect(await workers(queueId)).toEqual(["Elena"]);

  const made = await newQueue({ teamId });
  expect(await workers(made)).toEqual(["Marco*"]);
  const { teamId: other } = await createTeam(ada(), form({ name: "Other", members: [marco.id, sara.id] }));
  await db().queueMember.updateMany({ where: { queueId: made }, data: { lastAssignedAt: new Date() } });
  await changeQueue(ada(), made, { teamId: other });
  expect(await workers(made)).toEqual(["Marco*", "Sara*"]);
  expect(await db().queueMember.count({ where: { queueId: made, lastAssignedAt: { not: null } } })).toBe(1);
});

test("whom a team gives, only the team takes", async () => {
  const { teamId } = await createTeam(ada(), form({ members: [sara.id] }));
  const queueId = await newQueue({ teamId });
  await expect(setQueueMembers(ada(), queueId, [])).rejects.toMatchObject(
    refused("members", "agents:error.memberViaTeam"),
  );
  await setQueueMembers(ada(), queueId, [
    { personId: sara.id, assignable: false },
    { personId: marco.id, assignable: true },
  ]);
  expect(await workers(queueId)).toEqual(["Marco", "Sara*"]);
  const own = [queues.repairs.id, queues.billing.id];
  await expect(changeMember(ada(), { personId: sara.id, role: "agent", queueIds: own })).rejects.toMatchObject(
    refused("queues", "agents:error.queueViaTeam"),
  );
  await changeMember(ada(), { personId: sara.id, role: "agent", queueIds: [...own, queueId] });
  await archiveTeam(ada(), teamId);
  await expect(changeQueue(ada(), queues.repairs.id, { teamId })).rejects.toMatchObject(
    refused("teamId", "agents:error.noTeam"),
  );
  expect(await workers(queueId)).toEqual(["Marco", "Sara*"]);
  await archiveTeam(ada(), teamId, { restore: true });
  await archiveTeam(ada(), teamId, { restore: true });
  const events = await db().event.findMany({ where: { type: { startsWith: "team." } } });
  expect(events.map(({ type }) => type).toSorted()).toEqual(["team.archived", "team.created", "team.restored"]);
});

test("a queue that takes a team while the team changes has all its members", async () => {
  for (let round = 0; round < 5; round++) {
    const { teamId } = await createTeam(ada(), form({ name: `Team ${round}`, members: [sara.id] }));
    const queueId = await newQueue();
    const results = await race(
      () => changeQueue(ada(), queueId, { teamId }),
      () => changeTeam(ada(), teamId, form({ name: `Team ${round}`, members: [sara.id, marco.id] })),
    );
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await workers(queueId)).toEqual(["Marco*", "Sara*"]);
  }
});

test("a change of a team sets its members' queues going", async () => {
  await db().queue.updateMany({ data: { assignment: "round_robin" } });
  await insertTicket({ state: "new" });
  const { teamId } = await createTeam(ada(), form({ members: [] }));
  await changeTeam(ada(), teamId, form({ members: [elena.id] }));
  const event = await db().event.findFirstOrThrow({ where: { type: "team.changed" } });
  for (let i = 0; i < 2; i++) await wakeAfterEvent(systemCtx(), event.id);
  expect((await waitingJobs("tickets.assign")).map(({ payload }) => payload)).toEqual([{ queueId: queues.repairs.id }]);
  await wakeAfterEvent(systemCtx(), newId());
  await db().queue.updateMany({ data: { assignment: "manual" } });
});

test("teams are listed in one statement, and a queue's idle time is minutes or never", async () => {
  expect(await countStatements(() => listTeams(ada()))).toBe(1);
  expect(queueForm.parse({ name: "X" })).toMatchObject({ idleMinutes: null, languageFit: "prefer", teamId: null });
  for (const idleMinutes of [0, -5, 1.5, 60_001])
    expect(queueForm.safeParse({ name: "X", idleMinutes }).error?.issues[0]?.message).toBe("agents:error.idle");
});
