import { expect, test } from "vitest";
import { parse } from "~/http/forms.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues, requestTypes } from "#tests/support/cast";
import { ask, makeRule } from "#tests/support/mail-rules";
import { useDatabase } from "#tests/support/use-database";
import { getMailRules } from "./get-mail-rules.server";
import { listMailRuleVersions } from "./list-mail-rule-versions.server";
import { mailRuleSchema } from "./mail-rule-schema.server";
import { newestMailRules } from "./newest-mail-rules.server";
import { saveMailRules } from "./save-mail-rules.server";

useDatabase();
const ada = () => castCtx("ada");
const newest = async () => (await getMailRules(ada())).version;
const save = async (...rules: ReturnType<typeof makeRule>[]) => saveMailRules(ada(), { base: await newest(), rules });

test("a saved list is the next version, earlier ones stay, and the audit log tells of it", async () => {
  const one = makeRule(1, { all: [ask("domain", "is", "marchetti.example")] }, { queueId: queues.billing.id });
  await save(one);
  await save(one, makeRule(2, {}, { discard: true }));
  expect(await newest()).toBe(2);
  expect((await getMailRules(ada(), 1)).rules).toEqual([one]);
  const versions = await listMailRuleVersions(ada());
  expect(versions).toMatchObject([
    { version: 2, by: cast.ada.name, rules: 2 },
    { version: 1, rules: 1 },
  ]);
  const events = await database().prisma.event.findMany({
    where: { type: "mail_rules.saved" },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ data }) => data)).toEqual([{ version: 1 }, { version: 2 }]);
  await expect(getMailRules(ada(), 99)).rejects.toMatchObject({ kind: "not_found" });
});

test("the audit log says where mail leaves to that did not before", async () => {
  await save(makeRule(1, {}, { forwardTo: ["files@archive.example"] }));
  await save(makeRule(1, {}, { forwardTo: ["files@archive.example", "me@elsewhere.example"] }));
  await save(makeRule(1, {}, { forwardTo: ["me@elsewhere.example"] }));
  const events = await database().prisma.event.findMany({
    where: { type: "mail_rules.saved" },
    orderBy: { id: "asc" },
  });
  const told = events.slice(-3).map(({ data }) => (data as { forwards?: string[] }).forwards ?? []);
  expect(told).toEqual([["archive.example"], ["elsewhere.example"], []]);
});

test("of two administrators who save at once one is told, and nothing is saved by halves", async () => {
  const base = await newest();
  const both = await Promise.allSettled([
    saveMailRules(ada(), { base, rules: [makeRule(1, {})] }),
    saveMailRules(ada(), { base, rules: [makeRule(2, {})] }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const lost = both.find((one) => one.status === "rejected");
  expect(lost?.reason).toMatchObject({
    kind: "conflict",
    code: "mailrules:error.conflict",
    params: { base, newest: base + 1 },
  });
  expect(await newest()).toBe(base + 1);
  await expect(saveMailRules(ada(), { base, rules: [] })).rejects.toMatchObject({ kind: "conflict" });
  expect(() => saveMailRules(castCtx("sara"), { base: base + 1, rules: [] })).toThrow(
    expect.objectContaining({ kind: "forbidden" }),
  );
});

test("a rule may name only what is there and in use", async () => {
  const gone = newId();
  const rule = makeRule(
    1,
    { all: [ask("address", "in", "old@northwind.example")] },
    {
      queueId: gone,
      typeId: gone,
      assigneeId: cast.giulia.id,
      followerIds: [gone],
      answer: gone,
    },
  );
  await expect(save(rule)).rejects.toMatchObject({
    kind: "invalid",
    fields: Object.fromEntries(
      [
        "conditions.all.0.values",
        ...["queueId", "typeId", "assigneeId", "followerIds", "answer"].map((f) => `actions.${f}`),
      ].map((field) => [field, "routing:conditions.problem.goneValue"]),
    ),
  });
  await save(
    makeRule(
      1,
      { all: [ask("address", "in", queues.repairs.address)] },
      {
        queueId: queues.billing.id,
        typeId: requestTypes.invoice.id,
        assigneeId: cast.marco.id,
        answer: "none",
      },
    ),
  );
});

test("what is archived after saving is passed over when a mail comes, and does not hinder the next saving", async () => {
  const { prisma } = database();
  const rule = makeRule(1, {}, { queueId: queues.billing.id, assigneeId: cast.marco.id });
  await save(rule);
  expect((await newestMailRules(ada())).gone ?? new Set()).toEqual(new Set());
  await prisma.queue.update({ where: { id: queues.billing.id }, data: { archivedAt: new Date() } });
  expect(await newestMailRules(ada())).toMatchObject({ gone: new Set([queues.billing.id]) });
  await save(rule, makeRule(2, {}, { priority: "high" }));
  await prisma.queue.update({ where: { id: queues.billing.id }, data: { archivedAt: null } });
});

test("a rule never forwards to an address whose mail comes to us", async () => {
  await database().prisma.queueAddress.create({ data: { address: "*@catch.example", queueId: queues.repairs.id } });
  for (const address of [queues.repairs.address, "support+vip@northwind.example", "anyone@catch.example"])
    await expect(save(makeRule(1, {}, { forwardTo: ["boss@elsewhere.example", address] }))).rejects.toMatchObject({
      fields: { "actions.forwardTo": "mailrules:error.ownAddress" },
    });
  await save(makeRule(1, {}, { forwardTo: ["boss@elsewhere.example"] }));
});

const draft = (over: object) => ({ id: newId(), name: "Rule", conditions: {}, actions: { tags: ["a"] }, ...over });
const fieldsOf = (over: object): Record<string, string> => {
  try {
    parse(mailRuleSchema, draft(over));
    return {};
  } catch (error) {
    return (error as { fields: Record<string, string> }).fields;
  }
};

test("what is wrong stands at its field: patterns, numbers, headers, names in braces, addresses", () => {
  const all = (...conditions: ReturnType<typeof ask>[]) => ({ conditions: { all: conditions } });
  expect(fieldsOf(all(ask("subject", "matches", "(?=x)")))).toEqual({
    "conditions.all.0.values.0": "routing:conditions.problem.patternLookaround",
  });
  expect(fieldsOf(all(ask("size", "at_least", "much"), ask("header:", "set"), ask("header:a b", "set")))).toEqual({
    "conditions.all.0.values.0": "routing:conditions.problem.badNumber",
    "conditions.all.1.fact": "routing:conditions.problem.noName",
    "conditions.all.2.fact": "routing:conditions.problem.badName",
  });
  expect(fieldsOf({ actions: {} })).toEqual({ actions: "mailrules:error.noAction" });
  expect(fieldsOf({ actions: { forwardTo: ["nobody"] } })).toEqual({
    "actions.forwardTo.0": "mailrules:error.address",
  });
  expect(fieldsOf({ actions: { discard: true, quarantine: true } })).toEqual({
    "actions.discard": "mailrules:error.discardAndHold",
  });
  const pattern = ask("subject", "matches", "order (?<Order>\\d+)");
  const actions = {
    tags: ["order {{Order}}"],
    appendTo: "{{Order}}",
    fields: [{ field: "asset", value: "{{serial}}" }],
  };
  expect(fieldsOf({ ...all(pattern), actions })).toEqual({ "actions.fields.0.value": "mailrules:error.unknownName" });
  expect(fieldsOf({ conditions: { none: [pattern] }, actions: { tags: ["{{Order}}"] } })).toEqual({
    "actions.tags": "mailrules:error.unknownName",
  });
  expect(fieldsOf({ actions: { appendTo: "the last one" } })).toEqual({
    "actions.appendTo": "mailrules:error.appendTo",
  });
  expect(
    parse(mailRuleSchema, draft({ ...all(pattern), actions: { tags: ["Order {{Order}}", "VIP"] } })).actions.tags,
  ).toEqual(["Order {{Order}}", "vip"]);
});

test("five hundred rules are saved and read; one more is refused", async () => {
  const rules = Array.from({ length: 500 }, (_, i) => ({ ...makeRule(1, {}), id: newId(), name: `Rule ${i}` }));
  await save(...rules);
  expect((await newestMailRules(ada())).rules).toHaveLength(500);
  await expect(save(...rules, makeRule(1, {}))).rejects.toMatchObject({ code: "mailrules:error.tooManyRules" });
});
