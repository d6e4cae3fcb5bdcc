import { describe, expect, test } from "vitest";
import { action as edit, loader as show } from "~/desk/admin/rules/edit";
import type { RuleAnswer } from "~/desk/admin/rules/act-on-rule.server";
import { action as saveOrder } from "~/desk/admin/rules/acts/order";
import { action as remove } from "~/desk/admin/rules/acts/remove";
import { loader as list } from "~/desk/admin/rules/list";
import { action as make } from "~/desk/admin/rules/new";
import { loader as listVersions } from "~/desk/admin/rules/versions";
import { getRules } from "~/domain/routing/get-rules.server";
import { saveRules } from "~/domain/routing/save-rules.server";
import type { Failure } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, castCtx, otherAdministrator, queues } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
type Fields = [string, string][];

async function post(act: Action, fields: Fields, params: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  const args = routeArgs("/desk/admin/rules", { method: "POST", body, cookie: await signInAs("ada"), params });
  const { status, location, value } = await answerOf(() => act(args));
  const data = (value as { data?: Failure | RuleAnswer }).data;
  return {
    status,
    location,
    failed: data && "failure" in data ? data : undefined,
    answer: data && "draft" in data ? data : undefined,
  };
}
const newest = () => getRules(castCtx("ada"));
const form = (base: number, over: Fields = []): Fields => [
  ["base", String(base)],
  ["name", "Pumps to Repairs"],
  ["enabled", "yes"],
  ["conditions.all.0.fact", "words"],
  ["conditions.all.0.op", "any_word"],
  ["conditions.all.0.text", "pump\nspare part"],
  ["actions.queueId", queues.repairs.id],
  ["actions.tags", "Pumps, urgent"],
  ["actions.followerIds", cast.sara.id],
  ["actions.followerIds", cast.marco.id],
  ...over,
];

describe("a rule's form", () => {
  test("saves a rule with conditions and actions as the next version", async () => {
    const { version } = await newest();
    const { status, location } = await post(make, form(version, [["act", "save"]]));
    expect({ status, location }).toEqual({ status: 302, location: "/desk/admin/rules" });
    const saved = await newest();
    expect(saved.version).toBe(version + 1);
    expect(saved.rules.at(-1)).toMatchObject({
      name: "Pumps to Repairs",
      enabled: true,
      conditions: { all: [{ fact: "words", op: "any_word", values: ["pump", "spare part"] }], any: [], none: [] },
      actions: {
        queueId: queues.repairs.id,
        priority: null,
        tags: ["pumps", "urgent"],
        followerIds: [cast.sara.id, cast.marco.id],
        skills: [],
        stop: false,
      },
    });
    const cookie = await signInAs("ada");
    const history = await answerOf(() => listVersions(routeArgs("/desk/admin/rules/versions", { cookie })));
    expect(history.value).toMatchObject({ versions: [{ version: version + 1, by: "Ada Novak", rules: 1 }] });
  });

  test("gets a row more without saving, everything typed still there", async () => {
    const { version } = await newest();
    const { status, answer } = await post(make, form(version, [["conditions.edit", "add.none"]]));
    expect(status).toBe(200);
    expect(answer?.draft).toMatchObject({
      name: "Pumps to Repairs",
      tags: "Pumps, urgent",
      followerIds: [cast.sara.id, cast.marco.id],
      conditions: { all: [{ values: ["pump", "spare part"] }], none: [{ fact: "channel", op: "in", values: [] }] },
    });
    expect((await newest()).version).toBe(version);
  });

  test("says at the field what is wrong: no value, no name, nothing to do, a queue that is gone", async () => {
    const { version } = await newest();
    const bad: Fields = [
      ["base", String(version)],
      ["conditions.any.0.fact", "channel"],
      ["conditions.any.0.op", "in"],
      ["act", "save"],
    ];
    const empty = await post(make, bad);
    expect(empty.status).toBe(400);
    expect(Object.keys(empty.failed?.failure.fields ?? {}).toSorted()).toEqual([
      "actions",
      "conditions.any.0.values",
      "name",
    ]);
    expect(empty.failed?.failure.fields["conditions.any.0.values"]).toBe("Give at least one value.");

    const archived = newId();
    const { prisma } = database();
    await prisma.queue.create({ data: { id: archived, name: "Old", position: 8, archivedAt: new Date() } });
    const fields = form(version).map(([name, value]): [string, string] =>
      name === "actions.queueId" ? [name, archived] : [name, value],
    );
    const gone = await post(make, [...fields, ["act", "save"]]);
    expect(gone.failed?.failure.fields).toEqual({
      "actions.queueId": "It refers to something that is no longer there.",
    });
    expect((await newest()).version).toBe(version);
  });

  test("tries the rule over the last tickets and saves nothing", async () => {
    const { version } = await newest();
    const { status, answer } = await post(make, form(version, [["act", "dry-run"]]));
    expect(status).toBe(200);
    expect(answer?.run).toMatchObject({ version, tickets: 0, differing: [] });
    expect(answer?.draft.name).toBe("Pumps to Repairs");
    expect((await newest()).version).toBe(version);
  });

  test("of two saved at once one waits with all that was typed, and the next press puts it into the newer version", async () => {
    const { version } = await newest();
    const both = await Promise.all([
      post(make, form(version, [["act", "save"]])),
      post(make, form(version, [["act", "save"]])),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([302, 409]);
    const late = both.find(({ status }) => status === 409)?.answer;
    expect(late).toMatchObject({
      conflict: { base: version, newest: version + 1 },
      base: version + 1,
      draft: { name: "Pumps to Repairs", tags: "Pumps, urgent" },
    });
    const again = await post(make, form(late?.base ?? 0, [["act", "save"]]));
    expect(again.status).toBe(302);
    expect(await newest()).toMatchObject({ version: version + 2 });
  });
});

/** The list as an address asks for it. */
async function look(query: Record<string, string>) {
  const args = routeArgs(`/desk/admin/rules?${new URLSearchParams(query).toString()}`, {
    cookie: await signInAs("ada"),
  });
  const { location, value } = await answerOf(() => list(args));
  return { location, page: value as Awaited<ReturnType<typeof list>> };
}

test("rules move, are switched, are tried before they are saved, and go; a list saved in between refuses the old one", async () => {
  const before = await newest();
  const [first, second] = before.rules;
  const base = String(before.version);
  const order = before.rules.map((_, place) => place).join();
  const moved = await look({ base, order, act: "move.1.0" });
  const address = new URL(moved.location ?? "", "http://desk.example");
  const pending = ["1", "0", ...[...before.rules.keys()].slice(2)].join();
  expect(Object.fromEntries(address.searchParams)).toEqual({ base, order: pending });
  const off = pending.replace("0", "0x");
  expect((await look({ base, order: pending, act: "switch.1" })).location).toContain(encodeURIComponent(off));

  const tried = await look({ base, order: off, act: "try" });
  expect(tried.page).toMatchObject({ pending: true, run: { version: before.version, differing: [] } });
  expect(tried.page.rules.slice(0, 2).map(({ id, enabled }) => [id, enabled])).toEqual([
    [second!.id, true],
    [first!.id, false],
  ]);
  expect(await newest()).toEqual(before);

  const save = (order: string): Fields => [
    ["base", base],
    ["order", order],
  ];
  expect((await post(saveOrder, save(off))).location).toBe("/desk/admin/rules");
  const saved = await newest();
  expect(saved.rules.slice(0, 2).map(({ id, enabled }) => [id, enabled])).toEqual([
    [second!.id, true],
    [first!.id, false],
  ]);
  await post(saveOrder, [
    ["base", String(saved.version)],
    ["order", "0,0"],
  ]);
  expect(await newest()).toEqual(saved);
  const stale = await post(saveOrder, save(order));
  expect(stale.location).toContain(`base=${base}`);
  expect(await newest()).toEqual(saved);
  expect((await look({ base, order })).page).toMatchObject({
    late: { base: before.version, newest: saved.version },
    pending: false,
  });
  expect((await look({ base, order, act: "move.1.0" })).location).toBeNull();

  const changed = await post(edit, [...form(saved.version), ["place", "1"], ["act", "save"]], { ruleId: first!.id });
  expect(changed.status).toBe(302);
  expect((await newest()).rules[0]).toMatchObject({ id: first!.id, enabled: true });

  await post(remove, [["base", String(saved.version + 1)]], { ruleId: first!.id });
  const cookie = await signInAs("ada");
  const missing = routeArgs("/desk/admin/rules/x", { cookie, params: { ruleId: first!.id } });
  expect((await answerOf(() => show(missing))).status).toBe(404);
  const { value } = await answerOf(() => list(routeArgs("/desk/admin/rules", { cookie })));
  expect(value).toMatchObject({ version: saved.version + 2, latest: { by: "Ada Novak" } });
});

test("a rule goes only out of the list that was shown: what another administrator saved meanwhile is told first", async () => {
  const drawn = await newest();
  const rule = drawn.rules.at(-1)!;
  const reworded = drawn.rules.map((other) => (other.id === rule.id ? { ...rule, name: "Reworded" } : other));
  await saveRules(otherAdministrator(), { base: drawn.version, rules: reworded });
  const goes = (base: number) => post(remove, [["base", String(base)]], { ruleId: rule.id });
  expect(await goes(drawn.version)).toMatchObject({ status: 302, location: "/desk/admin/rules" });
  expect(await newest()).toEqual({ ...drawn, version: drawn.version + 1, rules: reworded });

  const base = drawn.version + 1;
  const renamed = reworded.map((other) => (other.id === rule.id ? { ...rule, name: "Again" } : other));
  const [kept] = await Promise.allSettled([saveRules(otherAdministrator(), { base, rules: renamed }), goes(base)]);
  const { version, rules } = await newest();
  expect(version).toBe(base + 1);
  expect(rules.some(({ id }) => id === rule.id)).toBe(kept.status === "fulfilled");
});
