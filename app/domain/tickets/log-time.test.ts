import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeContract } from "~/domain/sla/change-contract.server";
import { archiveContract } from "~/domain/sla/archive-contract.server";
import { restoreContract } from "~/domain/sla/restore-contract.server";
import { contractForm } from "~/domain/sla/contract-schema";
import { createContract } from "~/domain/sla/create-contract.server";
import { getContract } from "~/domain/sla/get-contract.server";
import { listContracts } from "~/domain/sla/list-contracts.server";
import { listDraws } from "~/domain/sla/list-draws.server";
import { noticeContracts } from "~/domain/sla/notice-contracts.server";
import { costOf } from "~/domain/sla/time-entry-duration";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, organizations } from "#tests/support/cast";
import {
  at,
  countStatements,
  eventsOf,
  openGiulias,
  race,
  readTicket,
  waitingJobs,
} from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { changeTicket } from "./change-ticket.server";
import { changeTime } from "./change-time.server";
import { deleteTime } from "./delete-time.server";
import { getTicketTime } from "./get-ticket-time.server";
import { getTicketTimeEntry } from "./get-ticket-time-entry.server";
import { listTime } from "./list-time.server";
import { logTime } from "./log-time.server";
import { showContractNotice } from "./show-contract-notice.server";
import { startTimer } from "./start-timer.server";
import { stopTimer } from "./stop-timer.server";
import { undoChange } from "./undo-change.server";

useDatabase();
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(async () => {
  thaw = at(0);
  await db().timeEntry.deleteMany();
  await db().contract.deleteMany();
});
afterEach(() => thaw());

const db = () => database().prisma;
const TODAY = "2026-11-20";
let counter = 0;
const form = (over: object = {}) =>
  contractForm.parse({
    number: `C-${++counter}`,
    name: "Care",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    timeZone: "Europe/Rome",
    organizationIds: [organizations.marchetti.id],
    ...over,
  });
const make = async (over: object = {}) => (await createContract(castCtx("ada"), form(over))).contractId;
const policy = async (name: string) => {
  const id = newId();
  await db().slaPolicy.create({ data: { id, name: `${name} ${id}`, position: 1 } });
  return id;
};
const spent = (seconds: number, over: object = {}) => ({
  on: TODAY,
  spent: seconds,
  billable: true,
  note: "",
  ...over,
});
const used = async (id: string) => (await getContract(castCtx("ada"), id)).used;
const notices = async (contractId: string) =>
  (await db().event.findMany({ where: { type: "contract.notice" }, orderBy: { id: "asc" } }))
    .map(({ data }) => data as { contractId: string; code: string; days?: number })
    .filter((data) => data.contractId === contractId)
    .map(({ code, days }) => (days === undefined ? code : `${code} ${days}`));
const banners = async (ticketId: string) =>
  (await db().ticketBanner.findMany({ where: { ticketId } })).map(({ code, data }) => [code, data]);

describe("at opening", () => {
  test("the contract that lasts is found; the asset's goes first, then the newest start", async () => {
    const assetId = newId();
    await db().asset.create({
      data: { id: assetId, name: "Pump 7", organizationId: organizations.marchetti.id, createdAt: new Date() },
    });
    const old = await make({ startsOn: "2025-01-01" });
    const fresh = await make({ startsOn: "2026-05-01" });
    const own = await make({ startsOn: "2024-01-01", assetIds: [assetId] });
    await make({ startsOn: "2026-11-21" });
    expect(await readTicket((await openGiulias()).ticketId)).toMatchObject({ contractId: fresh });
    expect(await readTicket((await openGiulias({ assetId })).ticketId)).toMatchObject({ contractId: own, assetId });
    await archiveContract(castCtx("ada"), fresh);
    expect(await readTicket((await openGiulias()).ticketId)).toMatchObject({ contractId: old });
    expect(await readTicket((await openGiulias({ requesterId: cast.hana.id })).ticketId)).toMatchObject({
      contractId: null,
    });
  });

  test("the period counts to the second across the change of the clock", async () => {
    const contractId = await make({ startsOn: "2026-10-25", endsOn: "2026-10-25" });
    const opened = async (instant: string) => {
      thaw();
      thaw = freezeClock(instant);
      return (await readTicket((await openGiulias()).ticketId)).contractId;
    };
    expect(await opened("2026-10-24T21:59:59.999Z")).toBeNull();
    expect(await opened("2026-10-24T22:00:00Z")).toBe(contractId);
    expect(await opened("2026-10-25T22:59:59.999Z")).toBe(contractId);
    expect(await opened("2026-10-25T23:00:00Z")).toBeNull();
  });

  test("an ended contract gives nothing and tells the agent; an empty one goes on", async () => {
    const ended = await make({ endsOn: "2026-10-31", number: "C-ENDED" });
    const first = await openGiulias();
    expect(await readTicket(first.ticketId)).toMatchObject({ contractId: null });
    expect(await banners(first.ticketId)).toEqual([["contract_ended", { contract: "C-ENDED" }]]);
    const { contract } = await getTicketTime(castCtx("sara"), first.number);
    expect(contract).toMatchObject({ id: ended, covers: false, state: "ended" });

    const empty = await make({ unit: "tickets", entitled: 1, number: "C-EMPTY" });
    const [second, third] = [await openGiulias(), await openGiulias()];
    expect(await banners(second.ticketId)).toEqual([]);
    expect(await readTicket(third.ticketId)).toMatchObject({ contractId: empty });
    expect(await banners(third.ticketId)).toEqual([["contract_empty", { contract: "C-EMPTY" }]]);
    expect(await getContract(castCtx("sara"), empty)).toMatchObject({ used: 2, left: -1, state: "empty" });
    expect(await notices(empty)).toEqual(["empty"]);
  });

  test("costs no statement more without a contract", async () => {
    const { statements } = await countStatements(() => openGiulias());
    expect(statements.filter((text) => /contract_draw|ticket_banner/.test(text) && !/asset\.id/.test(text))).toEqual(
      [],
    );
  });
});

describe("by hand", () => {
  test("contract and asset of a ticket are changed, undone, counted; others refused at the field", async () => {
    const { ticketId, number } = await openGiulias();
    const contractId = await make({ unit: "tickets", entitled: 5 });
    const foreign = await make({ organizationIds: [organizations.tanaka.id] });
    const past = await make({ endsOn: "2026-11-01" });
    const ctx = castCtx("sara");
    for (const wrong of [foreign, past, newId()])
      await expect(changeTicket(ctx, number, { contractId: wrong })).rejects.toMatchObject({
        fields: { contractId: "contracts:error.notCovering" },
      });
    const { eventIds } = await changeTicket(ctx, number, { contractId });
    expect(await readTicket(ticketId)).toMatchObject({ contractId });
    expect(await used(contractId)).toBe(1);
    later(1);
    await undoChange(castCtx("sara"), number, eventIds[0]!);
    expect(await readTicket(ticketId)).toMatchObject({ contractId: null });
    expect(await used(contractId)).toBe(0);

    const assetId = newId();
    await db().asset.create({
      data: { id: assetId, name: "Pump", organizationId: organizations.marchetti.id, createdAt: new Date() },
    });
    const own = await make({ assetIds: [assetId] });
    later(2);
    await changeTicket(castCtx("sara"), number, { assetId });
    expect(await readTicket(ticketId)).toMatchObject({ assetId, contractId: own });
    await expect(changeTicket(ctx, number, { assetId: newId() })).rejects.toMatchObject({
      fields: { assetId: "contracts:error.asset" },
    });
    const fields = (await eventsOf(ticketId)).flatMap(({ type, data }) =>
      type === "ticket.changed" ? [data.field] : [],
    );
    expect(fields).toEqual(["contract", "contract", "asset", "contract"]);
  });
});

describe("changing a contract", () => {
  test("the second of two writers is told, and nothing is saved by halves", async () => {
    const contractId = await make();
    const ctx = castCtx("ada");
    const answers = await race(
      () => changeContract(ctx, contractId, 1, form({ number: "C-A", name: "First" })),
      () => changeContract(ctx, contractId, 1, form({ number: "C-B", name: "Second" })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = answers.find((answer) => answer.status === "rejected");
    expect(lost).toMatchObject({ reason: { kind: "conflict", code: "contracts:error.changed" } });
    const gone = form({ number: "C-C", policyId: newId(), organizationIds: [newId()], assetIds: [newId()] });
    await expect(changeContract(ctx, contractId, 2, gone)).rejects.toMatchObject({
      fields: { policyId: expect.any(String), organizationIds: expect.any(String), assetIds: expect.any(String) },
    });
    const taken = (await getContract(ctx, await make())).number;
    await expect(changeContract(ctx, contractId, 2, form({ number: taken }))).rejects.toMatchObject({
      fields: { number: "contracts:error.number" },
    });
    expect((await getContract(ctx, contractId)).version).toBe(2);
    const third = form({ number: "C-D" });
    expect(await changeContract(ctx, contractId, 2, third)).toEqual({ version: 3 });
    expect(await changeContract(ctx, contractId, 3, third)).toEqual({ version: 3 });
    expect((await getContract(ctx, contractId)).version).toBe(3);
  });

  test("its open tickets are recomputed, and those outside the new period lose it", async () => {
    const contractId = await make({ unit: "tickets", entitled: 9 });
    const open = await openGiulias();
    const solved = await openGiulias();
    await changeTicket(castCtx("sara"), solved.number, { state: "solved" });
    const other = await openGiulias({ requesterId: cast.hana.id });
    const ids = [open, solved, other].map(({ ticketId }) => ticketId);
    await db().ticket.updateMany({ where: { id: { in: ids } }, data: { clockVersion: 0 } });
    const given = { number: `C-${++counter}`, unit: "tickets", entitled: 9 };
    await changeContract(castCtx("ada"), contractId, 1, form({ ...given, policyId: await policy("Gold") }));
    const versions = async () => Promise.all(ids.map(async (id) => (await readTicket(id)).clockVersion));
    expect(await versions()).toEqual([-1, 0, 0]);
    expect(await waitingJobs("tickets.recompute-clocks")).toHaveLength(1);
    await changeContract(castCtx("ada"), contractId, 2, form({ ...given, startsOn: "2026-11-21" }));
    expect((await readTicket(open.ticketId)).contractId).toBeNull();
    expect((await readTicket(solved.ticketId)).contractId).toBe(contractId);
    expect(await used(contractId)).toBe(1);
  });

  test("an archived one is listed apart and comes back", async () => {
    const ctx = castCtx("ada");
    const contractId = await make({ number: "ZED-9" });
    await archiveContract(ctx, contractId);
    expect((await listContracts(ctx, null, { q: "zed" })).rows).toEqual([]);
    expect((await listContracts(ctx, null, { q: "MARCHETTI", archived: true })).rows).toMatchObject([
      { id: contractId },
    ]);
    await restoreContract(ctx, contractId);
    expect((await listContracts(ctx, null, { q: "zed" })).rows).toMatchObject([
      { organizations: [{ name: "Marchetti Impianti" }] },
    ]);
    await expect(listContracts(castCtx("giulia"), null)).rejects.toMatchObject({ kind: "forbidden" });
    expect(() => createContract(castCtx("sara"), form())).toThrow("forbidden");
  });
});

describe("notices", () => {
  test("days before the end and the end, each once, with two workers at a time", async () => {
    const contractId = await make({ noticeDays: [60, 30, 7] });
    const run = async (day: string) => {
      thaw();
      thaw = freezeClock(`${day}T09:00:00Z`);
      await Promise.all([noticeContracts(systemCtx()), noticeContracts(systemCtx())]);
      await noticeContracts(systemCtx());
    };
    await run("2026-10-01");
    expect(await notices(contractId)).toEqual([]);
    await run("2026-11-20");
    expect(await notices(contractId)).toEqual(["days 60"]);
    await run("2026-12-02");
    await run("2026-12-28");
    await run("2027-01-01");
    expect(await notices(contractId)).toEqual(["days 60", "days 30", "days 7", "ended"]);
    await make({ startsOn: "2020-01-01", endsOn: "2020-12-31" });
    expect((await noticeContracts(systemCtx())).told).toBe(0);
  });
});

describe("the end of a contract", () => {
  test("its open tickets fall back and say so once", async () => {
    const contractId = await make({ endsOn: "2026-11-20", number: "C-LAST" });
    const [open, solved] = [await openGiulias(), await openGiulias()];
    await changeTicket(castCtx("sara"), solved.number, { state: "solved" });
    later(24 * 60);
    await noticeContracts(systemCtx());
    const event = await db().event.findFirstOrThrow({
      where: { type: "contract.notice", data: { equals: { contractId, code: "ended" } } },
    });
    await db().ticket.updateMany({ data: { clockVersion: 0 } });
    for (let i = 0; i < 2; i++) await showContractNotice(systemCtx(), event.id);
    expect(await banners(open.ticketId)).toEqual([["contract_ended", { contract: "C-LAST" }]]);
    expect(await banners(solved.ticketId)).toEqual([]);
    expect(await readTicket(open.ticketId)).toMatchObject({ contractId, clockVersion: -1 });
  });
});

describe("time", () => {
  test("fifty entries at once draw exactly their sum; a fifth left and nothing left are told once", async () => {
    const contractId = await make({ unit: "hours", entitled: 50 * 600 });
    const { number } = await openGiulias();
    const answers = await race(
      ...Array.from({ length: 50 }, (_, i) => () => logTime(castCtx(i % 2 ? "sara" : "elena"), number, spent(600))),
    );
    expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await getContract(castCtx("ada"), contractId)).toMatchObject({ used: 30_000, left: 0, state: "empty" });
    expect((await notices(contractId)).toSorted()).toEqual(["empty", "low"]);
    const { totals, entryCount } = await getTicketTime(castCtx("sara"), number);
    expect([totals.seconds, entryCount]).toEqual([30_000, 50]);
    const page = await listDraws(castCtx("ada"), contractId, null);
    expect(page.rows).toHaveLength(25);
    expect(page.next).not.toBeNull();
  });

  test("draws follow edits and deletions, whatever their order", async () => {
    const contractId = await make({ unit: "hours", entitled: 3_600_000 });
    const { ticketId, number } = await openGiulias();
    await db().agentProfile.upsert({
      where: { personId: cast.sara.id },
      create: { personId: cast.sara.id, hourlyRate: 4_333, presenceAt: new Date() },
      update: { hourlyRate: 4_333 },
    });
    const act = fc.record({
      kind: fc.constantFrom("log", "log", "change", "delete"),
      seconds: fc.integer({ min: 1, max: 40_000 }),
      billable: fc.boolean(),
      pick: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        await db().timeEntry.deleteMany({ where: { ticketId } });
        const model = new Map<string, { seconds: number; billable: boolean; version: number }>();
        for (const { kind, seconds, billable, pick } of acts) {
          const [id, entry] = [...model][pick % Math.max(1, model.size)] ?? [];
          if (kind === "log" || !id || !entry) {
            const { entryId } = await logTime(castCtx("sara"), number, spent(seconds, { billable }));
            model.set(entryId, { seconds, billable, version: 1 });
          } else if (kind === "change") {
            await changeTime(castCtx("ada"), number, id, { ...spent(seconds, { billable }), version: entry.version });
            model.set(id, { seconds, billable, version: entry.version + 1 });
          } else {
            await deleteTime(castCtx("sara"), number, id, entry.version);
            model.delete(id);
          }
        }
        const entries = [...model.values()];
        const sum = (list: { seconds: number }[]) => list.reduce((total, { seconds }) => total + seconds, 0);
        const billable = sum(entries.filter((entry) => entry.billable));
        expect(await used(contractId)).toBe(billable);
        const { totals } = await getTicketTime(castCtx("sara"), number);
        const cost = entries.reduce((total, { seconds }) => total + costOf(4_333, seconds), 0);
        expect(totals).toEqual({
          seconds: sum(entries),
          billableSeconds: billable,
          costs: cost ? [{ currency: "EUR", amount: cost }] : [],
        });
      }),
      { numRuns: 12 },
    );
  });

  test("a repeat writes once; the future, others' entries and old versions are refused", async () => {
    const { ticketId, number } = await openGiulias();
    const formId = newId();
    const [one, two] = await Promise.all([
      logTime(castCtx("sara"), number, spent(60, { formId, note: "Seal" })),
      logTime(castCtx("sara"), number, spent(60, { formId, note: "Seal" })),
    ]);
    expect(one).toEqual(two);
    expect((await listTime(castCtx("sara"), number)).rows).toHaveLength(1);
    await expect(logTime(castCtx("elena"), number, spent(60, { formId }))).rejects.toMatchObject({ kind: "conflict" });
    await expect(logTime(castCtx("sara"), number, spent(60, { on: "2026-11-21" }))).rejects.toMatchObject({
      fields: { on: "contracts:error.future" },
    });
    await expect(logTime(castCtx("marco"), number, spent(60))).rejects.toMatchObject({ kind: "not_found" });
    expect(() => logTime(castCtx("giulia"), number, spent(60))).toThrow("forbidden");
    const change = (who: "elena" | "sara", version: number) =>
      changeTime(castCtx(who), number, one.entryId, { ...spent(120), version });
    await expect(change("elena", 1)).rejects.toMatchObject({ kind: "forbidden" });
    await change("sara", 1);
    await expect(change("sara", 1)).rejects.toMatchObject({ code: "contracts:error.changed" });
    await expect(deleteTime(castCtx("sara"), number, one.entryId, 1)).rejects.toMatchObject({ kind: "conflict" });
    expect(JSON.stringify(await eventsOf(ticketId))).not.toContain("Seal");
  });

  test("an entry goes only as it was shown: of who changes and who removes it at once, one is told", async () => {
    for (const round of [1, 2, 3]) {
      const { number } = await openGiulias();
      const { entryId } = await logTime(castCtx("sara"), number, spent(60));
      await changeTime(castCtx("ada"), number, entryId, { ...spent(60 * round), version: 1 });
      await expect(deleteTime(castCtx("sara"), number, entryId, 1)).rejects.toMatchObject({
        kind: "conflict",
        code: "contracts:error.changed",
      });
      expect((await listTime(castCtx("sara"), number)).rows).toHaveLength(1);
      const [changed, removed] = await race<unknown>(
        () => changeTime(castCtx("ada"), number, entryId, { ...spent(7_200), version: 2 }),
        () => deleteTime(castCtx("sara"), number, entryId, 2),
      );
      expect([changed?.status, removed?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const { rows } = await listTime(castCtx("sara"), number);
      expect(rows.map(({ seconds }) => seconds)).toEqual(removed?.status === "fulfilled" ? [] : [7_200]);
    }
  });

  test("costs are told to the person, to the lead of a team of theirs and to administrators alone", async () => {
    const { number } = await openGiulias();
    for (const [who, hourlyRate] of [["sara", 4_000], ["elena", 3_000]] as const)
      await db().agentProfile.upsert({
        where: { personId: cast[who].id },
        create: { personId: cast[who].id, hourlyRate, presenceAt: new Date() },
        update: { hourlyRate },
      }); // prettier-ignore
    const bySara = (await logTime(castCtx("sara"), number, spent(3_600))).entryId;
    const byElena = (await logTime(castCtx("elena"), number, spent(3_600))).entryId;
    const seen = async (who: "sara" | "elena" | "ada") => {
      const { entries, totals } = await getTicketTime(castCtx(who), number);
      const { rows } = await listTime(castCtx(who), number);
      expect(new Map(rows.map(({ id, cost }) => [id, cost]))).toEqual(
        new Map(entries.map(({ id, cost }) => [id, cost])),
      );
      const costOfEntry = async (id: string) => (await getTicketTimeEntry(castCtx(who), number, id)).cost;
      return [await costOfEntry(bySara), await costOfEntry(byElena), ...totals.costs.map(({ amount }) => amount)];
    };
    expect(await seen("ada")).toEqual([4_000, 3_000, 7_000]);
    expect(await seen("sara")).toEqual([4_000, null]);
    expect(await seen("elena")).toEqual([null, 3_000]);
    const teamId = newId();
    const members = { create: [{ personId: cast.elena.id }] };
    await db().team.create({ data: { id: teamId, name: "Repairs by day", leadId: cast.sara.id, members } });
    expect(await seen("sara")).toEqual([4_000, 3_000, 7_000]);
    expect(await seen("elena")).toEqual([null, 3_000]);
    await db().team.update({ where: { id: teamId }, data: { archivedAt: new Date() } });
    expect(await seen("sara")).toEqual([4_000, null]);
    await db().team.delete({ where: { id: teamId } });
  });

  test("more than an integer counts stands in nobody's way", async () => {
    const contractId = await make({ unit: "hours", entitled: 3_600 });
    const { ticketId, number } = await openGiulias();
    const draw = { contractId, ticketId, seconds: 2_000_000_000, at: new Date() };
    await db().contractDraw.createMany({
      data: [
        { ...draw, id: newId() },
        { ...draw, id: newId() },
      ],
    });
    expect(await used(contractId)).toBe(2_147_483_647);
    expect((await getTicketTime(castCtx("sara"), number)).contract?.state).toBe("empty");
    await openGiulias();
  });

  test("the day before stays that day, also just after midnight", async () => {
    const { number } = await openGiulias();
    thaw();
    thaw = freezeClock("2026-11-20T23:30:00Z");
    const { entryId } = await logTime(castCtx("sara"), number, spent(7_200, { on: "2026-11-20" }));
    const entry = await db().timeEntry.findUniqueOrThrow({ where: { id: entryId } });
    expect(entry).toMatchObject({
      startedAt: new Date("2026-11-20T11:00:00Z"),
      endedAt: new Date("2026-11-20T13:00:00Z"),
    });
  });
});

describe("timers", () => {
  test("twenty starts at once leave one running, everything measured is kept", async () => {
    const tickets = await Promise.all([openGiulias(), openGiulias()]);
    const starts = Array.from({ length: 20 }, (_, i) => () => startTimer(castCtx("sara"), tickets[i % 2]!.number));
    expect((await race(...starts)).filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await db().timeEntry.count({ where: { personId: cast.sara.id, endedAt: null } })).toBe(1);
  });

  test("another start stops the first and says so; over midnight it goes on; stopping draws", async () => {
    const contractId = await make({ unit: "hours", entitled: 36_000 });
    const [one, two] = [await openGiulias(), await openGiulias()];
    later(11 * 60);
    const first = await startTimer(castCtx("sara"), one.number);
    expect(await startTimer(castCtx("sara"), one.number)).toEqual(first);
    later(14 * 60);
    expect((await getTicketTime(castCtx("sara"), two.number)).timer).toMatchObject({ number: one.number });
    expect((await getTicketTime(castCtx("elena"), one.number)).timer).toBeNull();
    expect(await startTimer(castCtx("sara"), two.number)).toMatchObject({ stopped: one.number });
    expect(await used(contractId)).toBe(3 * 3_600);
    await expect(stopTimer(castCtx("sara"), one.number)).rejects.toMatchObject({ code: "contracts:error.noTimer" });
    later(15 * 60);
    expect(await stopTimer(castCtx("sara"), two.number)).toMatchObject({ seconds: 3_600, forgotten: false });
    expect(await used(contractId)).toBe(4 * 3_600);
  });

  test("a forgotten timer asks how long it really was", async () => {
    const contractId = await make({ unit: "hours", entitled: 36_000 });
    const [one, two] = [await openGiulias(), await openGiulias()];
    const { entryId } = await startTimer(castCtx("sara"), one.number);
    later(12 * 60 + 1);
    await expect(startTimer(castCtx("sara"), two.number)).rejects.toMatchObject({
      code: "contracts:error.forgotten",
      params: { number: one.number },
    });
    expect(await stopTimer(castCtx("sara"), one.number)).toMatchObject({ entryId, forgotten: true });
    expect(await used(contractId)).toBe(0);
    await changeTime(castCtx("sara"), one.number, entryId, { ...spent(5_400), version: 1 });
    expect(await used(contractId)).toBe(5_400);
    expect((await getTicketTime(castCtx("sara"), one.number)).timer).toBeNull();
  });

  test("the ticket's page asks once for all of it", async () => {
    await make({ unit: "hours", entitled: 36_000 });
    const { number } = await openGiulias();
    await logTime(castCtx("sara"), number, spent(600));
    const { statements } = await countStatements(() => getTicketTime(castCtx("sara"), number));
    expect(statements).toHaveLength(1);
  });
});
