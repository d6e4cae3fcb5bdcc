import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { cast, castCtx, organizations, queues } from "#tests/support/cast";
import { routeArgs } from "#tests/support/requests";
import { archivePolicies, simpleRules, writePolicy } from "#tests/support/sla-stories";
import { at, compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { contractForm } from "~/domain/sla/contract-schema";
import { createContract } from "~/domain/sla/create-contract.server";
import { createPolicy } from "~/domain/sla/create-policy.server";
import { policyRules } from "~/domain/sla/schema";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { saveRules } from "~/domain/routing/save-rules.server";
import { loader as calendars } from "~/endpoints/api/calendars/list";
import { loader as contracts } from "~/endpoints/api/contracts/list";
import { loader as contract } from "~/endpoints/api/contracts/show";
import { action as putPresence, loader as presence } from "~/endpoints/api/me/presence";
import { operations } from "~/endpoints/api/operations";
import { loader as policies } from "~/endpoints/api/policies/list";
import * as routed from "~/endpoints/api/routing-schemas";
import { loader as rules } from "~/endpoints/api/rules/show";
import { problem, ticket, ticketPage } from "~/endpoints/api/schemas";
import * as s from "~/endpoints/api/service-schemas";
import { loader as clock } from "~/endpoints/api/tickets/clock";
import { loader as clocks } from "~/endpoints/api/tickets/clocks";
import { loader as list } from "~/endpoints/api/tickets/list";
import { action as routeAgain, loader as routing } from "~/endpoints/api/tickets/routing";
import { loader as read } from "~/endpoints/api/tickets/show";
import { action as logTime, loader as time } from "~/endpoints/api/tickets/time";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import routes from "~/routes";

useDatabase();

const tokens: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ["sara", "marco", "ada"] as const)
    tokens[name] = (await createApiToken(castCtx(name), { personId: cast[name].id, name: "test" })).token;
});
let thaw = () => {};
beforeEach(() => {
  thaw = at(0);
});
afterEach(() => thaw());

type Handler = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
type Call = { as?: string; method?: string; body?: unknown; params?: Record<string, string | number>; query?: string };

/** Asks as one of the cast; an answer of the promised status is parsed by the operation's schema. */
async function ask<S extends z.ZodType>(
  handler: Handler,
  schema: S,
  call: Call = {},
  status = 200,
): Promise<z.output<S>> {
  const { as = "sara", method = "GET", body, params = {}, query = "" } = call;
  const args = routeArgs(`/api/v1${query}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { authorization: `Bearer ${tokens[as]}` },
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
  });
  const response = (await handler(args)) as Response;
  const json: unknown = await response.json();
  expect({ status: response.status, json: response.status === status ? "" : json }).toEqual({ status, json: "" });
  // What an answer holds beyond its schema is undocumented.
  return (schema instanceof z.ZodObject ? schema.strict() : schema).parse(json) as z.output<S>;
}
const refused = (handler: Handler, status: number, call: Call) => ask(handler, problem, call, status);

test("an agent reads and sets her own presence", async () => {
  expect(await ask(putPresence, s.presence, { method: "PUT", body: { presence: "off" } })).toMatchObject({
    presence: "off",
    capacity: 12,
  });
  expect(await ask(presence, s.presence)).toMatchObject({ presence: "off" });
  const { ticketId } = await openGiulias();
  await database().prisma.ticket.update({ where: { id: ticketId }, data: { assigneeId: cast.sara.id } });
  const off = { method: "PUT" as const, body: { presence: "off", handOver: true } };
  expect(await ask(putPresence, s.presence, off)).toMatchObject({ presence: "off", load: 0 });
  expect((await database().prisma.ticket.findUniqueOrThrow({ where: { id: ticketId } })).assigneeId).toBeNull();
  expect(
    Object.keys((await refused(putPresence, 400, { method: "PUT", body: { presence: "asleep" } })).errors!),
  ).toEqual(["presence"]);
});

describe("time on a ticket", () => {
  test("is written once for a key, and listed", async () => {
    const { number } = await openGiulias();
    const params = { number };
    const key = newId();
    const entry = { seconds: 1_500, note: "Called the carrier", key };
    for (let i = 0; i < 2; i++)
      expect(await ask(logTime, s.timeRef, { method: "POST", params, body: entry }, 201)).toEqual({ id: key });
    const { items } = await ask(time, s.timePage, { params });
    expect(items).toMatchObject([{ id: key, seconds: 1_500, billable: true, person: { id: cast.sara.id } }]);
  });

  test("is refused above a day, in the future and where there is no ticket", async () => {
    const params = { number: (await openGiulias()).number };
    const write = (status: number, body: object, as = "sara") =>
      refused(logTime, status, { method: "POST", params, body, as });
    expect((await write(400, { seconds: 90_000 })).errors).toHaveProperty("seconds");
    expect((await write(400, { seconds: 60, on: "2999-01-01" })).errors).toHaveProperty("on");
    await write(404, { seconds: 60 }, "marco");
  });
});

describe("routing", () => {
  test("says why, and asks again where rules or the queue decide", async () => {
    const plain = await openGiulias();
    await refused(routeAgain, 409, { method: "POST", params: { number: plain.number } });
    const version = (await database().prisma.ruleSet.findFirst({ orderBy: { version: "desc" } }))?.version ?? 0;
    const conditions = { all: [{ fact: "subject", op: "any_word" as const, values: ["pump"] }], any: [], none: [] };
    const done = { queueId: queues.repairs.id, priority: "high" as const, tags: ["pump"] };
    const actions = { ...done, followerIds: [], skills: [], stop: true };
    await saveRules(castCtx("ada"), {
      base: version,
      rules: [{ id: newId(), name: "Pumps", enabled: true, conditions, actions }],
    });
    const { number } = await openGiulias({ subject: "Pump 7 does not start" });
    const { decisions, queue } = await ask(routing, routed.routing, { params: { number } });
    expect(queue).toBe(queues.repairs.name);
    expect(decisions.at(-1)).toMatchObject({
      kind: "rules",
      version: version + 1,
      steps: [{ rule: { name: "Pumps" }, outcome: "applied", applied: { priority: "high" } }],
    });
    expect(await ask(rules, s.ruleSet, { as: "ada" })).toMatchObject({
      version: version + 1,
      rules: [{ name: "Pumps" }],
    });
    await refused(rules, 403, {});
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { assignment: "round_robin" } });
    expect(await ask(routeAgain, ticket, { method: "POST", params: { number } })).toMatchObject({ assignee: null });
    await database().prisma.queue.update({ where: { id: queues.repairs.id }, data: { assignment: "manual" } });
    await refused(routing, 404, { params: { number }, as: "marco" });
  });
});

test("contracts, policies and calendars are listed for those who may know", async () => {
  const gold = policyRules.parse({ conditions: {}, targets: { first_reply: { seconds: { normal: 3_600 } } } });
  const { policyId } = await createPolicy(castCtx("ada"), { name: "API gold", rules: gold });
  const { contractId } = await createContract(
    castCtx("ada"),
    contractForm.parse({
      number: "API-1",
      name: "Full service",
      startsOn: "2026-01-01",
      endsOn: "2027-12-31",
      timeZone: "Europe/Rome",
      policyId,
      unit: "hours",
      entitled: 36_000,
      organizationIds: [organizations.marchetti.id],
    }),
  );
  const found = await ask(contracts, s.contractPage, { query: "/contracts?q=API-1" });
  expect(found.items).toMatchObject([{ id: contractId, left: 36_000, policy: { name: "API gold" } }]);
  expect(await ask(contract, s.contract, { params: { id: contractId } })).toMatchObject({
    number: "API-1",
    organizations: [{ name: "Marchetti Impianti" }],
    assets: [],
  });
  await refused(contract, 404, { params: { id: newId() } });

  const all = await ask(policies, s.policies, { as: "ada" });
  expect(all.items.find((policy) => policy.id === policyId)).toMatchObject({
    name: "API gold",
    version: 1,
    rules: { targets: { first_reply: { clock: "working", seconds: { normal: 3_600 } } } },
  });
  await refused(policies, 403, {});
  const { items } = await ask(calendars, s.calendars);
  expect(items.at(-1)).toMatchObject({ name: "24 × 7", timeZone: "UTC", isDefault: false });
});

describe("clocks", () => {
  test("are read, and each is explained by stretches that add up", async () => {
    await archivePolicies();
    await writePolicy(simpleRules(), { name: "Day and night" });
    const { number } = await openGiulias();
    thaw();
    thaw = at(20);
    await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    const { clocks: all, recomputing } = await ask(clocks, s.clocks, { params: { number } });
    expect(recomputing).toBe(false);
    expect(all.map(({ kind, state }) => [kind, state])).toEqual([
      ["resolution", "paused"],
      ["first_reply", "met"],
    ]);
    const first = all.find(({ kind }) => kind === "first_reply")!;
    expect(first).toMatchObject({ usedSeconds: 1_200, policy: { name: "Day and night" }, calendar: null });
    const params = { number, id: first.id };
    const explained = await ask(clock, s.explanation, { params });
    expect(explained.clock).toEqual(first);
    expect(explained.segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(first.usedSeconds);
    expect(await ask(read, ticket, { params: { number } })).toMatchObject({ clockPaused: true, dueAt: null });
    await refused(clock, 404, { params: { number, id: newId() } });
    await refused(clocks, 404, { params: { number }, as: "marco" });
    await archivePolicies();
  });
});

describe("tickets by due time", () => {
  test("come soonest first, with why nobody has them", async () => {
    const numbers: number[] = [];
    for (const [i, hours] of [3, 1, 2].entries()) {
      const { number, ticketId } = await openGiulias({ subject: `Due ${i}` });
      const nextDueAt = new Date(Date.parse("2026-11-01T00:00:00Z") + hours * 3_600_000);
      await database().prisma.ticket.update({
        where: { id: ticketId },
        data: { nextDueAt, dueKind: "resolution", assigneeId: null, waitReason: "no_capacity" },
      });
      numbers.push(number);
    }
    const query = "/tickets?sort=due&limit=2&dueBefore=2026-11-02T00:00:00Z";
    const first = await ask(list, ticketPage, { query });
    const rest = await ask(list, ticketPage, { query: `${query}&cursor=${first.next}` });
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual([numbers[1], numbers[2], numbers[0]]);
    expect(first.items[0]).toMatchObject({
      dueAt: "2026-11-01T01:00:00.000Z",
      dueKind: "resolution",
      clockPaused: false,
      waitReason: "no_capacity",
      contract: { name: "Full service" },
    });
  });
});

const modules = import.meta.glob<{ loader?: unknown; action?: unknown }>("../../app/endpoints/api/**/*.ts");

test("every operation of the document has a route that takes its method", async () => {
  const files = new Map((await routes).map(({ path, file }) => [`/${path}`, file]));
  for (const { path, method } of operations) {
    const file = files.get(path.replace(/\{(\w+)\}/g, ":$1"));
    const module = await modules[`../../app/${file}`]?.();
    expect(`${method} ${path} ${typeof (method === "get" ? module?.loader : module?.action)}`).toMatch(/function$/);
  }
});
