import { beforeEach, describe, expect, test } from "vitest";
import { makeStaff } from "~/domain/identity/make-staff.server";
import { handOverTickets } from "~/domain/tickets/hand-over-tickets.server";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { countStatements } from "#tests/support/statements";
import { at, race, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { registry } from "~/jobs/registry.server";
import { setPresence } from "./set-presence.server";
import { sweepDuty } from "./sweep-duty.server";
import { touchDuty } from "./touch-duty.server";

useDatabase();
const sara = () => castCtx("sara");
const profile = (personId: string = cast.sara.id) =>
  database().prisma.agentProfile.findUniqueOrThrow({ where: { personId } });
const changes = async (personId: string = cast.sara.id) =>
  (
    await database().prisma.event.findMany({
      where: { type: "agent.presence_changed", personId },
      orderBy: { id: "asc" },
      select: { data: true, actorKind: true },
    })
  ).map(({ data, actorKind }) => ({ ...(data as { from: string; to: string; auto: boolean }), by: actorKind }));

beforeEach(async () => {
  at(0);
  await database().prisma.event.deleteMany();
  await database().prisma.agentProfile.deleteMany();
  await database().pool.query("delete from graphile_worker._private_jobs");
});

describe("an open tab", () => {
  test("makes available on the first visit, and again after five minutes without a sign", async () => {
    expect(await touchDuty(sara())).toEqual({ presence: "available" });
    at(4);
    expect(await sweepDuty(systemCtx())).toBe(0);
    at(6);
    expect(await sweepDuty(systemCtx())).toBe(1);
    expect(await sweepDuty(systemCtx())).toBe(0);
    expect(await profile()).toMatchObject({ presence: "away", autoAway: true });
    at(7);
    expect(await touchDuty(sara())).toEqual({ presence: "available" });
    expect(await changes()).toEqual([
      { from: "away", to: "available", auto: true, by: "person" },
      { from: "available", to: "away", auto: true, by: "system" },
      { from: "away", to: "available", auto: true, by: "person" },
    ]);
  });

  test("is written down once a minute, and never makes available who chose otherwise", async () => {
    await touchDuty(sara());
    at(0.5);
    await touchDuty(sara());
    expect((await profile()).seenAt?.toISOString()).toBe("2026-11-20T10:54:00.000Z");
    at(1);
    expect(await countStatements(() => touchDuty(sara()))).toBe(1);
    expect((await profile()).seenAt?.toISOString()).toBe("2026-11-20T10:55:00.000Z");
    for (const presence of ["away", "off"] as const) {
      await setPresence(sara(), cast.sara.id, presence);
      at(20);
      expect(await sweepDuty(systemCtx())).toBe(0);
      expect(await touchDuty(sara())).toEqual({ presence });
    }
  });

  test("of a customer, or of a shut account, counts for nothing", async () => {
    expect(await touchDuty(castCtx("giulia"))).toBeNull();
    await database().prisma.person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: new Date() } });
    expect(await touchDuty(castCtx("marco"))).toBeNull();
    await database().prisma.person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: null } });
    expect(await database().prisma.agentProfile.count()).toBe(0);
  });

  test("two tabs at once are one coming back", async () => {
    const results = await race(...[1, 2, 3].map(() => () => touchDuty(sara())));
    expect(results.map((r) => r.status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await changes()).toHaveLength(1);
  });

  test("does not wait for an assignment that holds the profile", async () => {
    await touchDuty(sara());
    at(2);
    await database().prisma.$transaction(async (held) => {
      await held.$queryRaw`select 1 from agent_profile where person_id = ${cast.sara.id}::uuid for update`;
      expect(await touchDuty(sara())).toEqual({ presence: "available" });
    });
    expect((await profile()).seenAt?.toISOString()).toBe("2026-11-20T10:54:00.000Z");
  });
});

describe("presence", () => {
  test("of two changes at once both are recorded one after the other, and the last one holds", async () => {
    await touchDuty(sara());
    await race(
      () => setPresence(sara(), cast.sara.id, "away"),
      () => setPresence(sara(), cast.sara.id, "off"),
    );
    const made = (await changes()).filter(({ auto }) => !auto);
    const first = made.find(({ from }) => from === "available");
    const second = made.find((change) => change !== first);
    expect(made).toHaveLength(2);
    expect(second?.from).toBe(first?.to);
    expect((await profile()).presence).toBe(second?.to);
  });

  test("the same again changes nothing", async () => {
    await setPresence(sara(), cast.sara.id, "off");
    const { presenceAt } = await profile();
    at(3);
    await setPresence(sara(), cast.sara.id, "off");
    expect((await profile()).presenceAt).toEqual(presenceAt);
    expect(await changes()).toHaveLength(1);
  });

  test("who comes available wakes the queues in which tickets wait, and no others", async () => {
    await database().prisma.queue.updateMany({ data: { assignment: "least_loaded" } });
    await insertTicket({ state: "new" });
    await insertTicket({ state: "solved", queueId: queues.billing.id });
    await setPresence(sara(), cast.sara.id, "away");
    expect(await waitingJobs("tickets.assign")).toEqual([]);
    await setPresence(sara(), cast.sara.id, "available");
    expect((await waitingJobs("tickets.assign")).map(({ payload }) => payload)).toEqual([
      { queueId: queues.repairs.id },
    ]);
  });

  test("administrators and the team's lead set others off, nothing else; colleagues and customers nothing", async () => {
    const teamId = newId();
    await database().prisma.team.create({
      data: {
        id: teamId,
        name: "Field",
        leadId: cast.elena.id,
        members: { create: [{ personId: cast.sara.id }, { personId: cast.elena.id }] },
      },
    });
    await setPresence(castCtx("elena"), cast.sara.id, "off");
    await insertTicket({ state: "open", assigneeId: cast.sara.id });
    expect(await handOverTickets(castCtx("elena"), cast.sara.id)).toEqual({ handed: 1 });
    const unseen = { kind: "not_found" };
    await expect(handOverTickets(castCtx("marco"), cast.sara.id)).rejects.toMatchObject(unseen);
    await setPresence(castCtx("ada"), cast.marco.id, "off");
    const forbidden = { kind: "forbidden" };
    await expect(setPresence(castCtx("elena"), cast.sara.id, "available")).rejects.toMatchObject(forbidden);
    await expect(setPresence(castCtx("ada"), cast.sara.id, "away")).rejects.toMatchObject(forbidden);
    await expect(setPresence(castCtx("elena"), cast.marco.id, "off")).rejects.toMatchObject(unseen);
    await expect(setPresence(castCtx("giulia"), cast.giulia.id, "available")).rejects.toMatchObject(forbidden);
    await expect(setPresence(castCtx("ada"), cast.giulia.id, "off")).rejects.toMatchObject(unseen);
    await database().prisma.team.update({ where: { id: teamId }, data: { archivedAt: new Date() } });
    await expect(setPresence(castCtx("elena"), cast.sara.id, "off")).rejects.toMatchObject(unseen);
  });
});

test("new staff begins away, until the first visit", async () => {
  const address = "newcomer@northwind.example";
  const { personId } = await makeStaff(systemCtx(), { address, name: "New Comer", role: "agent", queueIds: [] });
  expect(await profile(personId)).toMatchObject({ presence: "away", autoAway: true, capacity: 12, load: 0 });
});

test("the sweep is a job that may run twice", async () => {
  await touchDuty(sara());
  at(6);
  const job = registry.get("routing.sweep-duty");
  for (let i = 0; i < 2; i++) await job?.run(systemCtx(), { _cron: {} });
  expect(await changes()).toHaveLength(2);
});
