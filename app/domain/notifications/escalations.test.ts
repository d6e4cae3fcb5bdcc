import { afterEach, beforeEach, describe, expect, test } from "vitest";
import "~/domain/sla/contract-events";
import "~/domain/sla/events";
import { type PolicyRules, policyRules } from "~/domain/sla/schema";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { type EventData, type EventName, recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { changePreferences } from "./change-preferences.server";
import { countUnread } from "./count-unread.server";
import { listNotifications } from "./list-notifications.server";
import { markNotificationsRead } from "./mark-notifications-read.server";
import { notifyContract } from "./notify-contract.server";
import { notifyEscalation } from "./notify-escalation.server";

useDatabase();
let restore = () => {};
beforeEach(async () => {
  restore = freezeClock(STORY_TIME);
  const { prisma } = database();
  await prisma.outboundMail.deleteMany();
  await prisma.notification.deleteMany();
  await prisma.notificationPreference.deleteMany();
  await prisma.rateWindow.deleteMany();
  await prisma.ticket.deleteMany();
  await prisma.contract.deleteMany();
  await prisma.queue.updateMany({ data: { teamId: null } });
  await prisma.team.deleteMany();
  await prisma.person.updateMany({ data: { deactivatedAt: null } });
});
afterEach(() => restore());

const STEP = "00000000-0000-7000-8000-00000000bbbb";
const { sara, elena, marco, ada } = cast;

/** Sara's ticket in Repairs, in a first-reply cycle under a policy with these steps. */
async function startCycle({
  ladder = [],
  assigneeId = sara.id as string | null,
}: { ladder?: object[]; assigneeId?: string | null } = {}) {
  const { prisma } = database();
  const now = new Date(STORY_TIME);
  const { id: ticketId, number } = await insertTicket({ assigneeId, queueId: queues.repairs.id });
  const rules: PolicyRules = policyRules.parse({
    conditions: {},
    targets: { first_reply: { seconds: { normal: 3_600 } } },
    ladder,
  });
  const [policyId, policyVersionId, targetId] = [newId(), newId(), newId()];
  await prisma.slaPolicy.create({ data: { id: policyId, name: policyId, position: 1 } });
  await prisma.slaPolicyVersion.create({ data: { id: policyVersionId, policyId, version: 1, rules, at: now } });
  await prisma.slaTarget.create({
    data: {
      id: targetId,
      ticketId,
      kind: "first_reply",
      cycle: 1,
      policyVersionId,
      priority: "normal",
      clock: "wall",
      budgetSeconds: 3_600,
      startedAt: now,
      dueAt: new Date("2026-11-20T11:35:00.000Z"),
      nextAlarmAt: NEVER,
    },
  });
  return { ticketId, number, targetId, policyVersionId };
}

const team = (leadId: string | null, managerId: string | null, members: string[] = []) =>
  database().prisma.team.create({
    data: {
      id: newId(),
      name: newId(),
      leadId,
      managerId,
      members: { create: members.map((personId) => ({ personId })) },
    },
  });
const record = <N extends EventName>(type: N, ticketId: string | null, data: EventData[N]) =>
  inTransaction(systemCtx(), (ctx) => recordEvent(ctx, type, ticketId ? { ticketId } : {}, data));

type Cycle = Awaited<ReturnType<typeof startCycle>>;
/** Tells twice, as a job that runs again does, and answers who has a mark and who a mail. */
async function tell(
  { ticketId, targetId, policyVersionId }: Cycle,
  type: "sla.warned" | "sla.breached",
  over?: never,
): Promise<string[]>;
async function tell(cycle: Cycle, type: "sla.escalated", who: string[]): Promise<string[]>;
async function tell(
  { ticketId, targetId, policyVersionId }: Cycle,
  type: "sla.warned" | "sla.breached" | "sla.escalated",
  who?: string[],
) {
  const step = { targetId, kind: "first_reply", cycle: 1 } as const;
  const eventId =
    type === "sla.escalated"
      ? await record(type, ticketId, { ...step, step: STEP, policyVersionId, who: who ?? [] })
      : await record(type, ticketId, { ...step, step: type === "sla.warned" ? "warning" : "breach" });
  for (let i = 0; i < 2; i++) await notifyEscalation(systemCtx(), eventId);
  const { prisma } = database();
  const marks = await prisma.notification.findMany({ where: { eventId } });
  expect(marks.every(({ kind }) => kind === "escalated")).toBe(true);
  const mails = await prisma.outboundMail.findMany({ where: { threadId: ticketId } });
  expect(mails.map(({ personId }) => personId).toSorted()).toEqual(marks.map(({ personId }) => personId).toSorted());
  await prisma.outboundMail.deleteMany();
  return marks.map(({ personId }) => personId).toSorted();
}

describe("without steps", () => {
  test("a warning goes to the assignee, an overdue target to the assignee and the lead of the queue's team", async () => {
    const { id } = await team(elena.id, marco.id);
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { teamId: id } });
    await team(ada.id, null, [sara.id]);
    const cycle = await startCycle();
    expect(await tell(cycle, "sla.warned")).toEqual([sara.id]);
    expect(await tell(cycle, "sla.breached")).toEqual([sara.id, elena.id]);
  });

  test("a queue without a team asks the assignee's oldest that is in use", async () => {
    const gone = await team(ada.id, null, [sara.id]);
    await database().prisma.team.update({ where: { id: gone.id }, data: { archivedAt: new Date(STORY_TIME) } });
    await team(marco.id, null, [sara.id]);
    await team(elena.id, null, [sara.id]);
    expect(await tell(await startCycle(), "sla.breached")).toEqual([sara.id, marco.id]);
  });

  test("a ticket that nobody has warns the lead", async () => {
    const { id } = await team(elena.id, null);
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { teamId: id } });
    const cycle = await startCycle({ assigneeId: null });
    expect(await tell(cycle, "sla.warned")).toEqual([elena.id]);
    expect(await tell(cycle, "sla.breached")).toEqual([elena.id]);
  });

  test("the mail says what is due when, in the thread of the ticket", async () => {
    const { ticketId, targetId, number } = await startCycle();
    const step = { targetId, kind: "first_reply", cycle: 1, step: "warning" } as const;
    await notifyEscalation(systemCtx(), await record("sla.warned", ticketId, step));
    expect(await database().prisma.outboundMail.findMany()).toMatchObject([
      {
        template: "agent-notice",
        recipient: sara.email,
        threadId: ticketId,
        autoSubmitted: "auto-generated",
        props: {
          kind: "escalated",
          number,
          target: "first_reply",
          step: "warning",
          dueAt: "2026-11-20T11:35:00.000Z",
          at: STORY_TIME,
        },
      },
    ]);
    expect((await listNotifications(castCtx("sara"), null)).rows).toMatchObject([
      { kind: "escalated", unread: true, ticket: { number }, escalation: { target: "first_reply", step: "warning" } },
    ]);
  });
});

describe("with steps", () => {
  const notify = (kind: string) => ({
    id: STEP,
    kind,
    at: { percent: 80 },
    actions: [{ do: "notify", who: "lead" }],
  });

  test("each names whom to tell, as of that moment, and nobody hears of the same twice", async () => {
    const { id } = await team(elena.id, marco.id);
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { teamId: id } });
    const cycle = await startCycle({ ladder: [notify("any")] });
    expect(await tell(cycle, "sla.escalated", ["lead"])).toEqual([elena.id]);
    expect(await tell(cycle, "sla.escalated", ["manager", marco.id, "assignee"])).toEqual([sara.id, marco.id]);
    expect(await tell(cycle, "sla.escalated", ["members"])).toEqual([sara.id, elena.id]);
    await database().prisma.team.update({ where: { id }, data: { leadId: ada.id } });
    expect(await tell(cycle, "sla.escalated", ["lead"])).toEqual([ada.id]);
    expect(await tell(cycle, "sla.escalated", [])).toEqual([]);
  });

  test("warning and breach say nothing beside them, but do for the targets they are not for", async () => {
    const own = await startCycle({ ladder: [notify("first_reply")] });
    expect(await tell(own, "sla.warned")).toEqual([]);
    expect(await tell(own, "sla.breached")).toEqual([]);
    const other = await startCycle({ ladder: [notify("resolution")] });
    expect(await tell(other, "sla.warned")).toEqual([sara.id]);
  });
});

test("who has left, a customer and what is in the bin are left alone; switches are heeded", async () => {
  const { prisma } = database();
  const cycle = await startCycle({ ladder: [] });
  await prisma.person.update({ where: { id: elena.id }, data: { deactivatedAt: new Date(STORY_TIME) } });
  expect(await tell(cycle, "sla.escalated", [elena.id, cast.giulia.id, newId()])).toEqual([]);
  await changePreferences(castCtx("sara"), sara, { mail: ["escalated"], screen: [] });
  const step = { targetId: cycle.targetId, kind: "first_reply", cycle: 1, step: "warning" } as const;
  await notifyEscalation(systemCtx(), await record("sla.warned", cycle.ticketId, step));
  expect(await prisma.notification.count()).toBe(0);
  expect(await prisma.outboundMail.count()).toBe(1);
  await prisma.outboundMail.deleteMany();
  await prisma.ticket.update({ where: { id: cycle.ticketId }, data: { deletedAt: new Date(STORY_TIME) } });
  expect(await tell(cycle, "sla.escalated", ["assignee"])).toEqual([]);
});

test("a contract's notice goes to every administrator, links to it, and is read by hand", async () => {
  const { prisma } = database();
  const contract = await prisma.contract.create({
    data: {
      id: newId(),
      name: "Marchetti 2026",
      number: "C-7",
      startsOn: new Date("2026-01-01"),
      endsOn: new Date("2026-12-20"),
      timeZone: "Europe/Rome",
      startsAt: new Date("2025-12-31T23:00:00Z"),
      endsAt: new Date("2026-12-20T23:00:00Z"),
    },
  });
  const eventId = await record("contract.notice", null, { contractId: contract.id, code: "days", days: 30 });
  for (let i = 0; i < 2; i++) await notifyContract(systemCtx(), eventId);
  expect(await prisma.outboundMail.findMany()).toMatchObject([
    {
      recipient: ada.email,
      threadId: null,
      props: { kind: "contract", subject: "Marchetti 2026", code: "days", days: 30 },
    },
  ]);
  const { rows } = await listNotifications(castCtx("ada"), null);
  expect(rows).toMatchObject([
    {
      kind: "contract",
      unread: true,
      ticket: null,
      escalation: null,
      contract: { id: contract.id, name: "Marchetti 2026", code: "days", days: 30 },
    },
  ]);
  expect(await countUnread(castCtx("ada"))).toBe(1);
  await markNotificationsRead(castCtx("ada"), [rows[0]?.id ?? ""]);
  expect(await countUnread(castCtx("ada"))).toBe(0);
  expect((await listNotifications(castCtx("sara"), null)).rows).toEqual([]);
});
