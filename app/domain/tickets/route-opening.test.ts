import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { getRules } from "~/domain/routing/get-rules.server";
import { type Rule, ruleSchema } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import type { RulesTrace } from "~/domain/routing/trace";
import type { DomainError } from "~/lib/errors";
import { newId } from "~/lib/id";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, organizations, queues, requestTypes } from "#tests/support/cast";
import { at, countStatements, eventsOf, race, readTicket } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { assignTicket } from "./assign-ticket.server";
import { changeTicket } from "./change-ticket.server";
import { dryRunRules } from "./dry-run-rules.server";
import { getRouting } from "./get-routing.server";
import { applyChanges } from "./internal/apply-changes.server";
import { findLockedTicket } from "./internal/locked-ticket.server";
import { readEvents } from "./internal/read-events.server";
import { openOwnTicket } from "./open-own-ticket.server";
import { openTicketForCustomer } from "./open-ticket-for-customer.server";
import { routeAgain } from "./route-again.server";
import { undoChange } from "./undo-change.server";
import { openForCustomerForm, openTicketForm } from "./schema";

useDatabase();
let thaw: () => void;
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());

type Conditions = Partial<Record<"all" | "any" | "none", { fact: string; op: string; values?: string[] }[]>>;
const rule = (name: string, conditions: Conditions, actions: Partial<Rule["actions"]>): Rule =>
  ruleSchema.parse({ id: newId(), name, conditions, actions });

/** Makes these the rules, whatever was before. */
async function setRules(...rules: Rule[]): Promise<number> {
  const { version: base } = await getRules(castCtx("ada"));
  return (await saveRules(castCtx("ada"), { base, rules })).version;
}

const skillId = newId();
const decisionOf = async (ticketId: string) => {
  const row = await database().prisma.routingDecision.findFirstOrThrow({ where: { ticketId, kind: "rules" } });
  return { ...row, trace: row.trace as unknown as RulesTrace };
};
const portalTicket = (subject: string, text = "It does not work", typeId?: string) =>
  openOwnTicket(castCtx("giulia"), openTicketForm.parse({ subject, text, typeId }));

describe("a new ticket", () => {
  test("without rules costs no statement more and leaves no decision", async () => {
    await portalTicket("warm up");
    const { value } = await countStatements(() => portalTicket("Nothing to route"));
    expect(await database().prisma.routingDecision.count({ where: { ticketId: value.ticketId } })).toBe(0);
  });

  test("goes where the rules send it, with all they add, for two statements more", async () => {
    const plain = await countStatements(() => portalTicket("The invoice", "Wrong sum"));
    await database().prisma.skill.create({ data: { id: skillId, name: "Pumps" } });
    const version = await setRules(
      rule(
        "Invoices",
        { all: [{ fact: "words", op: "any_word", values: ["invoice"] }] },
        { queueId: queues.billing.id, priority: "high", followerIds: [cast.elena.id], skills: [{ skillId, level: 3 }] },
      ),
      rule("Everything to Repairs", {}, { queueId: queues.repairs.id, priority: "low" }),
    );
    await portalTicket("warm up");
    const { value, statements } = await countStatements(() => portalTicket("The invoice", "Wrong sum"));
    expect(statements.length - plain.statements.length).toBeLessThanOrEqual(2);

    const { ticketId } = value;
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.billing.id, priority: "high" });
    const { prisma } = database();
    expect(await prisma.ticketFollower.findMany({ where: { ticketId }, select: { personId: true } })).toEqual([
      { personId: cast.elena.id },
    ]);
    expect(await prisma.ticketSkill.findMany({ where: { ticketId } })).toEqual([{ ticketId, skillId, level: 3 }]);
    const { trace, rulesVersion, queueId } = await decisionOf(ticketId);
    expect({ rulesVersion, queueId }).toEqual({ rulesVersion: version, queueId: queues.billing.id });
    expect(trace.answers).toEqual(["1//", "//"]);
    expect(trace.applied).toMatchObject([
      { rule: 0, priority: "high" },
      { rule: 1, over: ["queue", "priority"] },
    ]);
    expect(trace.facts).toMatchObject({ channel: "portal", language: "it", organization: organizations.marchetti.id });
    expect(JSON.stringify(trace)).not.toMatch(/Wrong sum|giulia@/);
    const routed = (await eventsOf(ticketId)).find(({ type }) => type === "ticket.routed");
    expect(routed?.data).toMatchObject({ rulesVersion: version, queueId: queues.billing.id });
  });

  test("shows the rule's name of its time on the ticket's events, also after the rule is gone", async () => {
    await setRules(rule("Damaged goods", {}, { queueId: queues.billing.id, tags: ["Damage"] }));
    const { number, ticketId } = await portalTicket("A dent");
    await setRules();
    const event = (await readEvents(castCtx("ada"), number, null)).find(({ type }) => type === "ticket.routed");
    expect(Object.values(event?.names ?? {}).toSorted()).toEqual(["Billing", "Damaged goods"]);
    const tags = await database().prisma.ticketTag.findMany({ where: { ticketId }, select: { tag: true } });
    expect(tags.map(({ tag }) => tag.name)).toEqual(["damage"]);
  });

  test("keeps queue and priority that an agent chose, and the trace says so", async () => {
    await setRules(rule("All", {}, { queueId: queues.repairs.id, priority: "urgent", tags: ["seen"] }));
    const form = openForCustomerForm.parse({
      email: "giulia@marchetti.example",
      queueId: queues.billing.id,
      priority: "low",
      subject: "By phone",
      text: "She called",
      kind: "note",
    });
    const { ticketId } = await openTicketForCustomer(castCtx("sara"), form);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.billing.id, priority: "low" });
    const { trace } = await decisionOf(ticketId);
    expect(trace.kept).toEqual(["queue", "priority"]);
    expect(trace.applied).toMatchObject([{ over: ["queue", "priority"], tags: ["seen"] }]);
  });

  test("skips what was archived since the rules were saved, and says so", async () => {
    const { prisma } = database();
    const archived = newId();
    await prisma.queue.create({ data: { id: archived, name: "Seasonal", position: 9 } });
    await setRules(
      rule("Season", {}, { queueId: archived, followerIds: [cast.marco.id] }),
      rule("Else", {}, { queueId: queues.billing.id }),
    );
    await prisma.queue.update({ where: { id: archived }, data: { archivedAt: new Date() } });
    await prisma.person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: new Date() } });
    const { ticketId } = await portalTicket("Snow");
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.billing.id });
    expect((await decisionOf(ticketId)).trace.applied).toEqual([
      { rule: 0, gone: [archived, cast.marco.id] },
      { rule: 1, queueId: queues.billing.id },
    ]);
    await prisma.person.update({ where: { id: cast.marco.id }, data: { deactivatedAt: null } });
  });
});

describe("route again", () => {
  const again = (number: number) => routeAgain(castCtx("ada"), number);
  const pumps = (actions: Partial<Rule["actions"]>) =>
    rule("Pumps", { all: [{ fact: "subject", op: "any_word", values: ["pump"] }] }, actions);
  const chosen = { queueId: queues.billing.id, priority: "urgent" as const, tags: ["pump"] };
  const tagsOf = async (ticketId: string) =>
    (await database().prisma.ticketTag.findMany({ where: { ticketId }, select: { tag: true } }))
      .map(({ tag }) => tag.name)
      .toSorted();

  test("runs the rules of now: queue, priority, tags, followers and skills follow, and who had it does no more", async () => {
    const { prisma } = database();
    const [old, other] = [newId(), newId()];
    await prisma.skill.createMany({ data: [old, other].map((id) => ({ id, name: id })) });
    const skills = (id: string) => [{ skillId: id, level: 2 }];
    await setRules(pumps({ tags: ["seen"], skills: skills(old) }));
    const { number, ticketId } = await portalTicket("Pump leaks", "Since today", requestTypes.damaged.id);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.repairs.id, priority: "high" });
    await assignTicket(castCtx("ada"), number, cast.sara.id);
    const version = await setRules(pumps({ ...chosen, followerIds: [cast.elena.id], skills: skills(other) }));
    at(1);
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({
      queueId: queues.billing.id,
      priority: "urgent",
      assigneeId: null,
    });
    expect(await tagsOf(ticketId)).toEqual(["pump", "seen"]);
    expect(await prisma.ticketSkill.findMany({ where: { ticketId } })).toEqual([
      { ticketId, skillId: other, level: 2 },
    ]);
    expect(await prisma.ticketFollower.count({ where: { ticketId, personId: cast.elena.id } })).toBe(1);
    const { decisions } = await getRouting(castCtx("ada"), number);
    expect(decisions.map((d) => d.kind === "rules" && d.version)).toEqual([version, version - 1]);
    expect(decisions[0]).toMatchObject({ queue: "Billing", kept: [] });
    const events = await prisma.event.findMany({ where: { ticketId } });
    const told = events.map(({ type, actorKind, data }) => [type, actorKind, (data as { field?: string }).field]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["ticket.assigned", "person", undefined],
        ["ticket.changed", "system", "queue"],
        ["ticket.changed", "system", "priority"],
        ["ticket.routed", "system", undefined],
      ]),
    );
  });

  test("leaves queue and priority that somebody chose since, until that is taken back", async () => {
    await setRules();
    const { number, ticketId } = await portalTicket("Pump drips", "A little", requestTypes.damaged.id);
    const moved = await changeTicket(castCtx("ada"), number, { priority: "low" });
    await setRules(pumps(chosen));
    at(1);
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.billing.id, priority: "low" });
    expect((await getRouting(castCtx("ada"), number)).decisions[0]).toMatchObject({ kept: ["priority"] });
    at(2);
    await undoChange(castCtx("ada"), number, moved.eventIds[0]!);
    await changeTicket(castCtx("ada"), number, { queueId: queues.repairs.id });
    at(3);
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.repairs.id, priority: "urgent" });
  });

  test("takes what an escalation did for nobody's choice, whatever a person had chosen before", async () => {
    await setRules();
    const { number, ticketId } = await portalTicket("Pump hums", "Loudly", requestTypes.damaged.id);
    await changeTicket(castCtx("ada"), number, { priority: "low", queueId: queues.billing.id });
    await setRules(rule("Label", {}, { tags: ["heard"] }));
    const escalated = async (queueId: string) => {
      const escalation: Ctx = { ...systemCtx(), actor: { kind: "rule", id: newId() } };
      await inTransaction(escalation, async (ctx) => {
        const ticket = await findLockedTicket(ctx, ticketId);
        await applyChanges(ctx, ticket!, { priority: "urgent", queueId });
      });
    };
    at(1);
    await escalated(queues.repairs.id);
    at(2);
    await again(number);
    expect((await getRouting(castCtx("ada"), number)).decisions[0]).toMatchObject({ kept: [] });
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.repairs.id, priority: "high" });
    at(3);
    await changeTicket(castCtx("ada"), number, { priority: "low" });
    at(4);
    await again(number);
    expect((await getRouting(castCtx("ada"), number)).decisions[0]).toMatchObject({ kept: ["priority"] });
    expect(await readTicket(ticketId)).toMatchObject({ priority: "low" });
  });

  test("asks what the ticket is about now, and brings back where it arrived what no rule sends elsewhere", async () => {
    const toBilling = rule(
      "Invoices",
      { all: [{ fact: "type", op: "in", values: [requestTypes.invoice.id] }] },
      { queueId: queues.billing.id },
    );
    await setRules(toBilling);
    const { number, ticketId } = await portalTicket("Odd", "It is about money", requestTypes.damaged.id);
    await changeTicket(castCtx("ada"), number, { typeId: requestTypes.invoice.id });
    at(1);
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.billing.id });
    await setRules({ ...toBilling, enabled: false });
    at(2);
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({ queueId: queues.repairs.id });
  });

  test("in a queue that is worked by pulling the rules still act, and who has the ticket keeps it", async () => {
    const { prisma } = database();
    await prisma.queue.update({ where: { id: queues.repairs.id }, data: { assignment: "manual" } });
    await setRules(rule("Label", {}, { tags: ["seen"] }));
    const { number, ticketId } = await portalTicket("By hand", "Please", requestTypes.damaged.id);
    await assignTicket(castCtx("ada"), number, cast.sara.id);
    await setRules(rule("Label", {}, { tags: ["again"] }));
    await again(number);
    expect(await readTicket(ticketId)).toMatchObject({ assigneeId: cast.sara.id });
    expect(await tagsOf(ticketId)).toEqual(["again", "seen"]);
  });
});

describe("a saved list", () => {
  test("of two saved at once one is kept and the other told which versions met", async () => {
    const { version: base } = await getRules(castCtx("ada"));
    const save = (name: string) => () => saveRules(castCtx("ada"), { base, rules: [rule(name, {}, { stop: true })] });
    const ended = await race(save("one"), save("two"), save("three"));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = ended.flatMap((end) => (end.status === "rejected" ? [end.reason as DomainError] : []));
    expect(refused.map(({ kind, code, params }) => ({ kind, code, params }))).toEqual(
      Array.from({ length: 2 }, () => ({
        kind: "conflict",
        code: "routing:rules.error.conflict",
        params: { base, newest: base + 1 },
      })),
    );
    expect((await getRules(castCtx("ada"))).version).toBe(base + 1);
  });

  test("may not name what is gone, and says at which field", async () => {
    const { version: base } = await getRules(castCtx("ada"));
    const gone = newId();
    const bad = rule(
      "Bad",
      { any: [{ fact: "type", op: "in", values: [requestTypes.damaged.id, gone] }] },
      {
        queueId: gone,
        followerIds: [cast.giulia.id],
        skills: [{ skillId: gone, level: 1 }],
      },
    );
    await expect(saveRules(castCtx("ada"), { base, rules: [bad] })).rejects.toMatchObject({
      kind: "invalid",
      fields: {
        "conditions.any.0.values": "routing:conditions.problem.goneValue",
        "actions.queueId": "routing:conditions.problem.goneValue",
        "actions.followerIds": "routing:conditions.problem.goneValue",
        "actions.skills": "routing:conditions.problem.goneValue",
      },
    });
    expect((await getRules(castCtx("ada"))).version).toBe(base);
  });

  test("is for administrators", () => {
    expect(() => saveRules(castCtx("sara"), { base: 0, rules: [] })).toThrow(
      expect.objectContaining({ kind: "forbidden" }),
    );
  });
});

test("a dry run foretells what the rules do once they are saved", async () => {
  await setRules();
  const stories: [string, string, string?][] = [
    ["Pump leaks", "Since this morning", requestTypes.damaged.id],
    ["Invoice 12", "The sum is wrong", requestTypes.invoice.id],
    ["A question", "How long is the warranty?"],
    ["Urgent: invoice", "Pay or not?"],
  ];
  const opened = [];
  for (const [subject, text, typeId] of stories) opened.push(await portalTicket(subject, text, typeId));
  const edited = [
    rule("Urgent", { all: [{ fact: "subject", op: "any_word", values: ["urgent"] }] }, { priority: "urgent" }),
    rule(
      "Invoices",
      { any: [{ fact: "words", op: "any_word", values: ["invoice"] }] },
      {
        queueId: queues.billing.id,
        tags: ["money"],
      },
    ),
    rule("Rest", { none: [{ fact: "type", op: "set" }] }, { queueId: queues.repairs.id, priority: "low" }),
  ];
  const run = await dryRunRules(castCtx("ada"), edited);
  const foretold = opened.map(({ number }) => run.differing.find((one) => one.number === number)?.after ?? null);

  await setRules(...edited);
  for (const [i, [subject, text, typeId]] of stories.entries()) {
    const { ticketId } = await portalTicket(subject, text, typeId);
    const real = await database().prisma.ticket.findUniqueOrThrow({
      where: { id: ticketId },
      select: { queueId: true, priority: true, tags: { select: { tag: true } } },
    });
    const before = await readTicket(opened[i]!.ticketId);
    expect({ ...real, tags: real.tags.map(({ tag }) => tag.name) }).toEqual({
      queueId: foretold[i]?.queueId ?? before.queueId,
      priority: foretold[i]?.priority ?? before.priority,
      tags: foretold[i]?.tags ?? [],
    });
  }
  const again = await dryRunRules(castCtx("ada"), edited);
  expect(again.differing).toEqual([]);
});
