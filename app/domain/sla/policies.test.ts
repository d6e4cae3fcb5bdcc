import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { archivePolicy } from "./archive-policy.server";
import { changePolicy } from "./change-policy.server";
import { createPolicy } from "./create-policy.server";
import { getPolicy } from "./get-policy.server";
import { listPolicies } from "./list-policies.server";
import { listPolicyVersions } from "./list-policy-versions.server";
import { movePolicy } from "./move-policy.server";
import { restorePolicy } from "./restore-policy.server";
import { type PolicyRules, policyRules } from "./schema";

useDatabase();
beforeEach(async () => {
  const { prisma } = database();
  await prisma.contract.deleteMany();
  await prisma.slaPolicyVersion.deleteMany();
  await prisma.slaPolicy.deleteMany();
});

const ada = () => castCtx("ada");
const rules = (over: Partial<PolicyRules> = {}): PolicyRules => ({
  ...policyRules.parse({ conditions: {}, targets: { first_reply: { seconds: { urgent: 3_600, normal: 14_400 } } } }),
  ...over,
});
const make = (name: string, over: Partial<PolicyRules> = {}) => createPolicy(ada(), { name, rules: rules(over) });
const epoch = async () => (await database().prisma.slaEpoch.findUniqueOrThrow({ where: { id: 1 } })).version;
const order = async () => (await listPolicies(ada())).map(({ name }) => name);

test("each change is a version more that never changes again, and sets every open ticket to be looked at", async () => {
  const before = await epoch();
  const { policyId } = await make("Gold");
  await changePolicy(ada(), policyId, { name: "Gold plus", rules: rules({ pauses: ["snoozed"] }), version: 1 });
  expect(await getPolicy(ada(), policyId)).toMatchObject({
    name: "Gold plus",
    version: 2,
    rules: { pauses: ["snoozed"] },
  });
  const history = await listPolicyVersions(ada(), policyId, null);
  expect(history.rows.map(({ version, by, rules }) => [version, by, rules.pauses.length])).toEqual([
    [2, "Ada Novak", 1],
    [1, "Ada Novak", 3],
  ]);
  expect(history.next).toBeNull();
  expect(await epoch()).toBe(before + 2);
  const { rows } = await database().pool.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'tickets.recompute-clocks'",
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("of two who save at once one is told who was first, and nothing of hers is half saved", async () => {
  const { policyId } = await make("Gold");
  const save = (name: string) => changePolicy(ada(), policyId, { name, rules: rules(), version: 1 });
  const done = await Promise.allSettled([save("One"), save("Two")]);
  expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = done.find((d): d is PromiseRejectedResult => d.status === "rejected");
  expect(refused?.reason).toMatchObject({
    kind: "conflict",
    code: "sla:policy.error.changedMeanwhile",
    params: { version: 2, name: "Ada Novak" },
  });
  expect((await listPolicyVersions(ada(), policyId, null)).rows).toHaveLength(2);
});

test("a name belongs to one policy", async () => {
  await make("Gold");
  const { policyId } = await make("Silver");
  const taken = { kind: "invalid", fields: { name: "sla:policy.error.nameTaken" } };
  await expect(make("Gold")).rejects.toMatchObject(taken);
  await expect(changePolicy(ada(), policyId, { name: "Gold", rules: rules(), version: 1 })).rejects.toMatchObject(
    taken,
  );
  expect((await getPolicy(ada(), policyId)).version).toBe(1);
});

describe("what a policy refers to must be there", () => {
  test("each at its own field", async () => {
    const [nobody, nowhere] = [newId(), newId()];
    const condition = (fact: string, values: string[]) => ({ fact, op: "in" as const, values });
    const dead = rules({
      calendarId: nowhere,
      conditions: {
        all: [condition("queue", [queues.repairs.id]), condition("contract", [nowhere])],
        any: [condition("organization", [nowhere]), condition("type", [nowhere])],
        none: [condition("priority", ["low"])],
      },
      ladder: [
        {
          id: newId(),
          kind: "any",
          at: { percent: 50 },
          actions: [
            { do: "notify", who: "lead" },
            { do: "notify", who: cast.giulia.id },
            { do: "notify", who: nobody },
            { do: "notify", who: cast.sara.id },
            { do: "reroute", queueId: nowhere },
            { do: "reroute", queueId: queues.billing.id },
          ],
        },
      ],
    });
    await expect(createPolicy(ada(), { name: "Dead", rules: dead })).rejects.toMatchObject({
      kind: "invalid",
      fields: {
        calendarId: "sla:policy.error.calendarGone",
        "conditions.all.1.values": "sla:policy.error.contractGone",
        "conditions.any.0.values": "sla:policy.error.organizationGone",
        "conditions.any.1.values": "sla:policy.error.typeGone",
        "ladder.0.actions.1.who": "sla:policy.error.personGone",
        "ladder.0.actions.2.who": "sla:policy.error.personGone",
        "ladder.0.actions.4.queueId": "sla:policy.error.queueGone",
      },
    });
    expect(await order()).toEqual([]);
  });

  test("also when an archived policy comes back", async () => {
    const { prisma } = database();
    const calendar = await prisma.calendar.create({ data: { id: newId(), name: "Night shift" } });
    const { policyId } = await make("Gold", { calendarId: calendar.id });
    await archivePolicy(ada(), policyId);
    await prisma.calendar.update({ where: { id: calendar.id }, data: { archivedAt: new Date() } });
    await expect(restorePolicy(ada(), policyId)).rejects.toMatchObject({ code: "sla:policy.error.deadReferences" });
    await changePolicy(ada(), policyId, { name: "Gold", rules: rules(), version: 1 });
    await restorePolicy(ada(), policyId);
    expect((await getPolicy(ada(), policyId)).archivedAt).toBeNull();
  });
});

test("the order is by place among those in use; archived ones come last and keep nobody's place", async () => {
  const ids: string[] = [];
  for (const name of ["A", "B", "C", "D"]) ids.push((await make(name)).policyId);
  const [a = "", b = "", c = "", d = ""] = ids;
  await movePolicy(ada(), c, { by: -1 });
  expect(await order()).toEqual(["A", "C", "B", "D"]);
  await movePolicy(ada(), d, { to: 0 });
  expect(await order()).toEqual(["D", "A", "C", "B"]);
  await archivePolicy(ada(), a);
  await movePolicy(ada(), c, { by: -1 });
  expect(await order()).toEqual(["C", "D", "B", "A"]);
  const before = await epoch();
  await movePolicy(ada(), c, { by: -1 });
  await movePolicy(ada(), b, { to: 99 });
  expect([await order(), await epoch()]).toEqual([["C", "D", "B", "A"], before]);
});

test("a policy that a contract includes stays", async () => {
  const { policyId } = await make("Gold");
  await database().prisma.contract.create({
    data: {
      id: newId(),
      name: "Marchetti 2026",
      number: "C-1",
      startsOn: new Date("2026-01-01"),
      endsOn: new Date("2026-12-31"),
      timeZone: "Europe/Rome",
      startsAt: new Date("2025-12-31T23:00:00Z"),
      endsAt: new Date("2026-12-31T23:00:00Z"),
      policyId,
    },
  });
  await expect(archivePolicy(ada(), policyId)).rejects.toMatchObject({
    code: "sla:policy.error.inContract",
    params: { contract: "Marchetti 2026" },
  });
});

test("agents and customers have no say", async () => {
  const { policyId } = await make("Gold");
  for (const who of ["sara", "giulia"] as const) {
    const ctx = castCtx(who);
    const acts = [
      () => createPolicy(ctx, { name: "Mine", rules: rules() }),
      () => changePolicy(ctx, policyId, { name: "Mine", rules: rules(), version: 1 }),
      () => archivePolicy(ctx, policyId),
      () => restorePolicy(ctx, policyId),
      () => movePolicy(ctx, policyId, { by: 1 }),
      () => listPolicies(ctx),
      () => getPolicy(ctx, policyId),
      () => listPolicyVersions(ctx, policyId, null),
    ];
    for (const act of acts) await expect((async () => act())()).rejects.toMatchObject({ kind: "forbidden" });
  }
});
