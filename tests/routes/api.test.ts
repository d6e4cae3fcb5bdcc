import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cast, castCtx, queues } from "#tests/support/cast";
import { routeArgs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import { deactivatePerson } from "~/domain/identity/deactivate-person.server";
import { revokeApiToken } from "~/domain/identity/revoke-api-token.server";
import { loader as document } from "~/endpoints/api/document";
import { operations } from "~/endpoints/api/operations";
import * as s from "~/endpoints/api/schemas";
import { loader as events } from "~/endpoints/api/tickets/events";
import { action as open, loader as list } from "~/endpoints/api/tickets/list";
import { action as merge } from "~/endpoints/api/tickets/merge";
import { action as write, loader as messages } from "~/endpoints/api/tickets/messages";
import { action as change, loader as read } from "~/endpoints/api/tickets/show";
import { action as unmerge } from "~/endpoints/api/tickets/unmerge";
import { loader as metrics } from "~/endpoints/health/metrics";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";

useDatabase();

let sara: { token: string; id: string };
let marco: { token: string; id: string };
beforeAll(async () => {
  sara = await createApiToken(castCtx("sara"), { personId: cast.sara.id, name: "test" });
  marco = await createApiToken(castCtx("marco"), { personId: cast.marco.id, name: "test" });
});

type Handler = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;

async function call(
  handler: Handler,
  path: string,
  {
    token = sara.token,
    method = "GET",
    body,
    number,
  }: { token?: string; method?: string; body?: unknown; number?: number } = {},
) {
  const args = routeArgs(path, {
    method,
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    headers: { authorization: `Bearer ${token}` },
    params: number ? { number: String(number) } : {},
  });
  const response = (await handler(args)) as Response;
  return { status: response.status, json: (await response.json()) as Record<string, never>, headers: response.headers };
}

const opening = (over: object = {}) => ({
  requester: { email: "new.customer@plant.example", name: "New Customer" },
  subject: "Pump is loud",
  text: "Since Monday.",
  queueId: queues.repairs.id,
  ...over,
});
const openOne = async (over: object = {}) =>
  (await call(open, "/api/v1/tickets", { method: "POST", body: opening(over) })).json as unknown as z.output<
    typeof s.ticket
  >;

test("a ticket is opened, read, listed, answered, changed, and its events tell so", async () => {
  const opened = await call(open, "/api/v1/tickets", { method: "POST", body: opening({ kind: "note" }) });
  expect(opened.status).toBe(201);
  const { number } = s.ticket.parse(opened.json);

  expect(s.ticket.parse((await call(read, "", { number })).json)).toMatchObject({
    subject: "Pump is loud",
    channel: "api",
    state: "new",
  });
  expect(s.ticketPage.parse((await call(list, "/api/v1/tickets?limit=1")).json).items[0]?.number).toBe(number);

  const answer = await call(write, "", {
    number,
    method: "POST",
    body: { text: "Please check the oil.", mode: "solve" },
  });
  expect(answer.status).toBe(201);
  expect(s.messagePage.parse((await call(messages, "", { number })).json).items.map((m) => m.kind)).toEqual([
    "public",
    "note",
  ]);
  expect(
    await database().prisma.outboundMail.count({ where: { entryId: s.messageRef.parse(answer.json).messageId } }),
  ).toBe(1);

  const changed = await call(change, "", {
    number,
    method: "PATCH",
    body: { priority: "urgent", tags: ["noise"], assigneeId: cast.elena.id },
  });
  expect(s.ticket.parse(changed.json)).toMatchObject({
    priority: "urgent",
    tags: ["noise"],
    assignee: { id: cast.elena.id },
    state: "solved",
  });

  const types = s.eventPage.parse((await call(events, "", { number })).json).items.map((e) => e.type);
  expect(types).toEqual(
    expect.arrayContaining([
      "ticket.opened",
      "ticket.replied",
      "ticket.state_changed",
      "ticket.changed",
      "ticket.assigned",
    ]),
  );
});

test("the same key opens one ticket and writes one message", async () => {
  const key = newId();
  const [first, second] = [await openOne({ key }), await openOne({ key })];
  expect(second.number).toBe(first.number);
  const reply = { text: "Once.", key: newId() };
  for (let i = 0; i < 2; i++) await call(write, "", { number: first.number, method: "POST", body: reply });
  expect(await database().prisma.message.count({ where: { id: reply.key } })).toBe(1);
});

test("pages follow each other without gaps", async () => {
  const made = [];
  for (let i = 0; i < 5; i++) made.push((await openOne({ subject: `Page ${i}` })).number);
  const seen: number[] = [];
  let cursor: string | null = "";
  while (cursor !== null && seen.length < 50) {
    const page: z.output<typeof s.ticketPage> = s.ticketPage.parse(
      (await call(list, `/api/v1/tickets?limit=2&cursor=${cursor}`)).json,
    );
    seen.push(...page.items.map((t) => t.number));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(made));
});

describe("refusals are problems in RFC 9457's form", () => {
  test.each([
    ["no such token", { token: `sp_${"x".repeat(43)}` }, 401],
    ["no token at all", { token: "" }, 401],
  ])("%s", async (_, options, status) => {
    const { status: got, json, headers } = await call(list, "/api/v1/tickets", options);
    expect(got).toBe(status);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(s.problem.parse(json)).toMatchObject({ status });
  });

  test("a revoked token", async () => {
    const { token, id } = await createApiToken(castCtx("sara"), { personId: cast.sara.id, name: "short" });
    await revokeApiToken(castCtx("sara"), cast.sara.id, id);
    expect((await call(list, "/api/v1/tickets", { token })).status).toBe(401);
  });

  test("a deactivated person's token", async () => {
    const { token } = await createApiToken(castCtx("elena"), { personId: cast.elena.id, name: "left" });
    expect((await call(list, "/api/v1/tickets", { token })).status).toBe(200);
    await deactivatePerson(castCtx("ada"), cast.elena.id);
    expect((await call(list, "/api/v1/tickets", { token })).status).toBe(401);
  });

  test("more than 600 requests of a token in a minute", async () => {
    const thaw = freezeClock("2026-11-20T10:54:00.000Z");
    const { token, id } = await createApiToken(castCtx("sara"), { personId: cast.sara.id, name: "busy" });
    const spent = { key: `api:${id}`, startAt: new Date("2026-11-20T10:54:00.000Z"), count: 599 };
    await database().prisma.rateWindow.create({ data: spent });
    expect((await call(list, "/api/v1/tickets", { token })).status).toBe(200);
    const refused = await call(list, "/api/v1/tickets", { token });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await call(list, "/api/v1/tickets")).status).toBe(200);
    thaw();
  });

  test("the figures of the process for anybody but an administrator's token", async () => {
    const ada = await createApiToken(castCtx("ada"), { personId: cast.ada.id, name: "watch" });
    const asked = async (token: string) =>
      (await metrics(routeArgs("/metrics", { headers: { authorization: `Bearer ${token}` } }))).status;
    expect([await asked(""), await asked(sara.token), await asked(ada.token)]).toEqual([401, 403, 200]);
  });

  test("another queue's ticket does not exist", async () => {
    const { number } = await openOne();
    expect((await call(read, "", { number, token: marco.token })).status).toBe(404);
    expect(
      (await call(write, "", { number, token: marco.token, method: "POST", body: { text: "Hello" } })).status,
    ).toBe(404);
  });

  test.each([
    ["a body that is no JSON", "{", []],
    ["a missing subject", opening({ subject: "" }), ["subject"]],
    ["a wrong address", opening({ requester: { email: "nobody" } }), ["requester.email"]],
  ])("%s", async (_, body, fields) => {
    const { status, json } = await call(open, "/api/v1/tickets", { method: "POST", body });
    expect(status).toBe(400);
    expect(Object.keys(s.problem.parse(json).errors ?? {})).toEqual(fields);
  });

  test("a method that the path does not have", async () => {
    expect(await call(change, "", { number: 1, method: "DELETE", body: {} })).toMatchObject({ status: 405 });
  });
});

test("the document describes every operation and resolves every reference", async () => {
  const answer = (await document(routeArgs("/api/openapi.json"))) as Response;
  const text = await answer.text();
  const openapi = JSON.parse(text) as {
    openapi: string;
    paths: Record<string, object>;
    components: { schemas: Record<string, object> };
  };
  expect(openapi.openapi).toBe("3.1.0");
  expect(Object.values(openapi.paths).flatMap((p) => Object.keys(p)).length).toBe(operations.length);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(openapi.components.schemas)).toContain(name);
  expect(text).not.toContain("$defs");
});

test("a merge and its undoing", async () => {
  const [a, b] = [await openOne(), await openOne()];
  const at = (number: number, body: unknown) => ({ method: "POST", number, body });
  const merged = await call(merge, `/api/v1/tickets/${a.number}/merge`, at(a.number, { into: b.number }));
  expect(merged).toMatchObject({ status: 200, json: { number: a.number, state: "closed" } });
  const path = `/api/v1/tickets/${a.number}/unmerge`;
  expect(await call(unmerge, path, at(a.number, { into: a.number }))).toMatchObject({
    status: 409,
    json: { title: `Ticket ${a.number} is merged into ticket ${b.number}, not into ticket ${a.number}` },
  });
  expect(await call(unmerge, path, at(a.number, {}))).toMatchObject({
    status: 200,
    json: { number: a.number, state: a.state },
  });
  expect(await call(unmerge, path, at(a.number, {}))).toMatchObject({ status: 409 });
  expect(await call(unmerge, path, { ...at(a.number, {}), token: marco.token })).toMatchObject({ status: 404 });
});
