import { beforeEach, describe, expect, test } from "vitest";
import { action as archive } from "~/desk/admin/sla/acts/archive";
import { action as position } from "~/desk/admin/sla/acts/position";
import { action as change } from "~/desk/admin/sla/edit";
import { loader as history } from "~/desk/admin/sla/history";
import { loader as list } from "~/desk/admin/sla/list";
import { action as create } from "~/desk/admin/sla/new";
import { type PolicyDraft, readPolicyDraft } from "~/desk/admin/sla/policy-draft";
import type { Failure } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import type { CastName } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";

useDatabase();
beforeEach(async () => {
  const { prisma } = database();
  await prisma.slaPolicyVersion.deleteMany();
  await prisma.slaPolicy.deleteMany();
});

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
type Answer = { data?: Failure; edited?: PolicyDraft; version?: string };

async function post(
  act: Action,
  fields: Record<string, string>,
  params: Record<string, string> = {},
  who: CastName = "ada",
) {
  const body = new URLSearchParams(fields);
  const args = routeArgs("/desk/admin/sla", { method: "POST", body, cookie: await signInAs(who), params });
  const { status, location, value } = await answerOf(() => act(args));
  const answer = value as Answer;
  return { status, location, failed: answer.data, edited: answer.edited, answer };
}

const STEP = "00000000-0000-7000-8000-00000000cccc";
const filled = (over: Record<string, string> = {}) => ({
  name: "Gold",
  calendarId: "",
  "conditions.all.0.fact": "priority",
  "conditions.all.0.op": "in",
  "conditions.all.0.values": "urgent",
  "targets.first_reply.clock": "working",
  "targets.first_reply.urgent": "1h 30m",
  "targets.resolution.clock": "wall",
  "targets.resolution.normal": "2 d",
  "pauses.snoozed": "yes",
  "ladder.0.id": STEP,
  "ladder.0.kind": "resolution",
  "ladder.0.when": "before",
  "ladder.0.amount": "30 min",
  "ladder.0.actions.0.do": "notify",
  "ladder.0.actions.0.who": "lead",
  "ladder.0.actions.1.do": "webhook",
  "ladder.0.actions.1.url": "https://hooks.example/x",
  ...over,
});
const saved = () =>
  database().prisma.slaPolicy.findFirstOrThrow({ include: { versions: { orderBy: { version: "asc" } } } });

test("a form becomes a policy, and the same form again its next version with the same step", async () => {
  expect((await post(create, filled())).location).toMatch(/^\/desk\/admin\/sla\/[\w-]{36}$/);
  const { id, versions } = await saved();
  expect(versions[0]?.rules).toEqual({
    calendarId: null,
    conditions: { all: [{ fact: "priority", op: "in", values: ["urgent"] }], any: [], none: [] },
    targets: {
      first_reply: { clock: "working", seconds: { urgent: 5_400 } },
      resolution: { clock: "wall", seconds: { normal: 172_800 } },
    },
    pauses: ["snoozed"],
    ladder: [
      {
        id: STEP,
        kind: "resolution",
        at: { offset: -1_800 },
        actions: [
          { do: "notify", who: "lead" },
          { do: "webhook", url: "https://hooks.example/x" },
        ],
      },
    ],
  });
  const next = filled({ version: "1", "targets.first_reply.urgent": "2 h" });
  expect((await post(change, next, { policyId: id })).status).toBe(302);
  const after = await saved();
  expect(after.version).toBe(2);
  expect(after.versions[0]?.rules).toEqual(versions[0]?.rules);
  expect(after.versions[1]?.rules).toMatchObject({ ladder: [{ id: STEP }] });
});

describe("refusals", () => {
  test.each([
    ["a target of zero", { "targets.first_reply.urgent": "0h" }, "targets.first_reply.urgent", "longer than zero"],
    ["days on working time", { "targets.first_reply.urgent": "2 d" }, "targets.first_reply.urgent", "no fixed length"],
    ["no unit", { "targets.first_reply.urgent": "4" }, "targets.first_reply.urgent", "Say hours or minutes"],
    ["a word", { "targets.resolution.normal": "soon" }, "targets.resolution.normal", "no length of time"],
    ["eleven years", { "targets.resolution.normal": "4015 d" }, "targets.resolution.normal", "Ten years at most"],
    ["no name", { name: " " }, "name", "required|Fill|fill"],
    ["a percentage of nothing", { "ladder.0.when": "percent", "ladder.0.amount": "0" }, "ladder.0.amount", "1–1000"],
    ["no percentage", { "ladder.0.when": "percent", "ladder.0.amount": "soon" }, "ladder.0.amount", "percentage"],
    ["no URL", { "ladder.0.actions.1.url": "javascript:alert(1)" }, "ladder.0.actions.1.url", "https://"],
    [
      "a user in a URL",
      { "ladder.0.actions.1.url": "https://me:secret@hooks.example/x" },
      "ladder.0.actions.1.url",
      "no user",
    ],
    ["no condition's value", { "conditions.all.0.values": "" }, "conditions.all.0.values", "at least one value"],
    ["an unknown calendar", { calendarId: newId() }, "calendarId", "no longer there"],
    [
      "a queue that is gone",
      { "ladder.0.actions.0.do": "reroute", "ladder.0.actions.0.queueId": newId() },
      "ladder.0.actions.0.queueId",
      "no longer there",
    ],
    ["nobody to tell", { "ladder.0.actions.0.who": "everybody" }, "ladder.0.actions.0.who", "Choose who"],
  ])("%s is said at its field, with everything typed kept", async (_, over, field, words) => {
    const fields = filled(over);
    const { status, failed } = await post(create, fields);
    expect(status).toBe(400);
    expect(failed?.failure.fields).toEqual({ [field]: expect.stringMatching(words) });
    expect(readPolicyDraft(failed?.values ?? {})).toEqual(readPolicyDraft(formOf(fields)));
    expect(await database().prisma.slaPolicy.count()).toBe(0);
  });

  test("nothing at all to keep is one message, not one for each field", async () => {
    const { failed } = await post(create, { name: "Empty" });
    expect(Object.keys(failed?.failure.fields ?? {})).toEqual(["targets"]);
  });

  test("of two who save at once the second learns who was first and keeps what she typed", async () => {
    await post(create, filled());
    const { id } = await saved();
    const params = { policyId: id };
    expect((await post(change, filled({ version: "1", name: "Gold plus" }), params)).status).toBe(302);
    const { status, failed } = await post(change, filled({ version: "1", name: "Gold minus" }), params);
    expect(status).toBe(409);
    expect(failed?.failure.message).toMatch(/Ada Novak has saved version 2/);
    expect(failed?.values).toMatchObject({ name: "Gold minus", version: "1" });
    expect(await saved()).toMatchObject({ name: "Gold plus", version: 2 });
  });
});

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe("rows come and go by buttons that save nothing", () => {
  test("steps, actions and conditions; what was typed stays, also what would not do", async () => {
    const typed = filled({ "targets.first_reply.urgent": "nonsense" });
    const press = async (over: Record<string, string>) => (await post(create, { ...typed, ...over })).edited;
    const added = await press({ "ladder.edit": "add" });
    expect(added?.ladder.map(({ id }) => id)).toEqual([STEP, expect.stringMatching(/^[\w-]{36}$/)]);
    expect(added?.targets.first_reply.urgent).toBe("nonsense");
    const acted = await press({ "ladder.edit": "act.0.reroute" });
    expect(acted?.ladder[0]?.actions.map((action) => action.do)).toEqual(["notify", "webhook", "reroute"]);
    const less = await press({ "ladder.edit": "unact.0.0" });
    expect(less?.ladder[0]?.actions).toEqual([{ do: "webhook", value: "https://hooks.example/x" }]);
    expect((await press({ "ladder.edit": "remove.0" }))?.ladder).toEqual([]);
    expect((await press({ "conditions.edit": "add.any" }))?.conditions.any).toHaveLength(1);
    expect(await database().prisma.slaPolicy.count()).toBe(0);
  });

  test("the version that the form began with goes on with it", async () => {
    await post(create, filled());
    const { id } = await saved();
    await post(change, filled({ version: "1" }), { policyId: id });
    const { answer } = await post(change, filled({ version: "1", "ladder.edit": "add" }), { policyId: id });
    expect(answer.version).toBe("1");
  });
});

test("order, archive, list and history", async () => {
  await post(create, filled());
  await post(create, filled({ name: "Silver" }));
  const silver = await database().prisma.slaPolicy.findUniqueOrThrow({ where: { name: "Silver" } });
  expect((await post(position, { by: "-1" }, { policyId: silver.id })).location).toBe("/desk/admin/sla");
  const look = async (load: Action, params: Record<string, string> = {}, path = "/desk/admin/sla") =>
    (await answerOf(async () => load(routeArgs(path, { cookie: await signInAs("ada"), params })))).value as Record<
      string,
      unknown
    >;
  const names = async () => ((await look(list)).policies as { name: string; archived: boolean }[]).map((p) => p.name);
  expect(await names()).toEqual(["Silver", "Gold"]);
  expect((await post(position, { to: "1" }, { policyId: silver.id })).status).toBe(302);
  expect(await names()).toEqual(["Gold", "Silver"]);
  await post(archive, {}, { policyId: silver.id });
  expect((await look(list)).policies).toMatchObject([
    { name: "Gold", archived: false, place: 1, last: true, openTickets: "0" },
    { name: "Silver", archived: true },
  ]);
  await post(archive, { restore: "yes" }, { policyId: silver.id });
  expect(await names()).toEqual(["Gold", "Silver"]);
  for (let version = 1; version < 12; version++)
    await post(change, filled({ name: "Silver", version: String(version) }), { policyId: silver.id });
  const first = (await look(history, { policyId: silver.id })) as unknown as {
    history: { rows: unknown[]; next: number };
  };
  expect([first.history.rows.length, first.history.next]).toEqual([10, 3]);
  const rest = await look(history, { policyId: silver.id }, "/desk/admin/sla?before=3");
  expect((rest.history as { rows: { version: number }[] }).rows.map(({ version }) => version)).toEqual([2, 1]);
});

test("agents have no business here", async () => {
  expect((await post(create, filled(), {}, "sara")).status).toBe(403);
});
