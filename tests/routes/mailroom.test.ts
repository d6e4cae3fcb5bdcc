import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { cast, type CastName, castCtx, queues } from "#tests/support/cast";
import { insertMail } from "#tests/support/insert-mail";
import { insertTicket } from "#tests/support/insert-ticket";
import { ask as askFor, makeRule } from "#tests/support/mail-rules";
import { workMail } from "#tests/support/mailroom";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { at } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { loader as blocked, action as block } from "~/desk/admin/mail/blocked";
import { action as unblock } from "~/desk/admin/mail/acts/unblock";
import { action as again } from "~/desk/mailroom/acts/again";
import { action as claim } from "~/desk/mailroom/acts/claim";
import { action as decision } from "~/desk/mailroom/acts/decision";
import { loader as attachment } from "~/desk/mailroom/attachment";
import { loader as list } from "~/desk/mailroom/list";
import { loader as original } from "~/desk/mailroom/original";
import { loader as raw } from "~/desk/mailroom/raw";
import { action as pageAction, loader as page } from "~/desk/mailroom/show";
import { createApiToken } from "~/domain/identity/create-api-token.server";
import type { MailFacts } from "~/domain/mailroom/mail-views";
import type { MailRuleStep } from "~/domain/mailroom/rules/explain-mail-rules";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import { receiveMail } from "~/domain/mail/receive-mail.server";
import { loader as apiList } from "~/endpoints/api/mails/list";
import { loader as apiShow } from "~/endpoints/api/mails/show";
import { action as apiDecide } from "~/endpoints/api/mails/decision";
import { mailPage, receivedMail } from "~/endpoints/api/mail-schemas";
import { problem } from "~/endpoints/api/schemas";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

useDatabase();
let thaw = () => {};
beforeEach(() => {
  thaw = at(0);
});
afterEach(() => thaw());

type PageData = { mail: MailFacts; rules: MailRuleStep[] };
type Handler = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;

async function ask(handler: Handler, as: CastName, id: string, path = "", form?: Record<string, string>, more = {}) {
  return answerOf(async () =>
    handler(
      routeArgs(`/desk/mailroom/${id}${path}`, {
        cookie: await signInAs(as),
        params: { inboundId: id, ...more },
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
      }),
    ),
  );
}

const spam = (subject: string) =>
  Buffer.from(
    `From: Win <win@lottery.example>\r\nTo: ${queues.repairs.address}\r\nSubject: ${subject}\r\nX-Spam-Flag: YES\r\nMessage-ID: <${Math.random()}@lottery.example>\r\n\r\nYou won.\r\n`,
  );

/** A mail through the real chain; the spam mark holds it. */
async function receiveHeld(subject = "You won"): Promise<string> {
  const { inboundId } = await receiveMail(systemCtx(), {
    bytes: spam(subject),
    source: "http",
    envelopeFrom: "win@lottery.example",
    recipients: [queues.repairs.address],
  });
  await workMail();
  return inboundId;
}
const stored = (id: string) =>
  database().prisma.inboundMail.findUniqueOrThrow({ where: { id }, include: { hold: true } });

describe("the pages of a mail", () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await insertMail({
      bytes: Buffer.from(
        'From: a@b.example\r\nSubject: Page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hi</p><script>alert(1)</script>\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="è.html"\r\n\r\n<script>alert(2)</script>\r\n--b--\r\n',
      ),
      hold: { reason: "spam", data: { score: 9 } },
    }));
  });

  test("are there for agents of the queue, and for no other agent in any form", async () => {
    for (const [name, handler, more] of [
      ["page", page, {}],
      ["raw", raw, {}],
      ["original", original, {}],
      ["attachment", attachment, { index: "0" }],
    ] as const) {
      expect([name, (await ask(handler, "elena", id, "", undefined, more)).status]).toEqual([name, 200]);
      expect([name, (await ask(handler, "marco", id, "", undefined, more)).status]).toEqual([name, 404]);
      expect([name, (await ask(handler, "giulia", id, "", undefined, more)).status]).toEqual([name, 403]);
    }
    const { value } = await ask(list, "marco", "");
    expect(JSON.stringify(value)).not.toContain(id);
  });

  test("can be acted on by nobody else either", async () => {
    for (const [handler, form] of [
      [decision, { kind: "discard" }],
      [claim, {}],
      [again, {}],
      [pageAction, { kind: "join", number: "1" }],
    ] as const)
      expect((await ask(handler, "marco", id, "", form)).status).toBe(404);
    expect((await stored(id)).hold).toMatchObject({ decidedAt: null, claimedById: null });
  });

  test("give bytes that no browser runs", async () => {
    const source = (await ask(raw, "elena", id)).value as Response;
    expect(source.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const saved = (await ask(raw, "elena", id, "?save=1")).value as Response;
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment/);
    const file = (await ask(attachment, "elena", id, "", undefined, { index: "0" })).value as Response;
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; .*%C3%A8\.html/);
    for (const answer of [source, saved, file]) {
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    }
    for (const index of ["7", "-1", "x", "1e1"])
      expect((await ask(attachment, "elena", id, "", undefined, { index })).status).toBe(404);
  });

  test("looking does not claim", async () => {
    await ask(page, "elena", id, "?do=join");
    expect((await stored(id)).hold?.claimedById).toBeNull();
  });
});

describe("a held mail", () => {
  test("is claimed by whoever is on it, and left", async () => {
    const id = await receiveHeld();
    expect(await ask(claim, "elena", id, "/claim", { stay: "yes" })).toMatchObject({ status: 200, value: null });
    expect((await stored(id)).hold?.claimedById).toBe(cast.elena.id);
    await ask(claim, "sara", id, "/claim", {});
    expect((await stored(id)).hold?.claimedById).toBe(cast.elena.id);
    expect((await ask(claim, "elena", id, "/claim", { release: "yes" })).location).toBe("/desk/mailroom");
    expect((await stored(id)).hold?.claimedById).toBeNull();
  });

  test("becomes a ticket, to which the decision leads", async () => {
    const id = await receiveHeld("Ticket of its own");
    const { location } = await ask(decision, "elena", id, "/decision", { kind: "open" });
    expect(location).toMatch(/^\/desk\/tickets\/\d+$/);
    expect(await stored(id)).toMatchObject({
      outcome: "opened",
      hold: { decision: "opened", decidedById: cast.elena.id },
    });
  });

  test("is added to a ticket by its number; a wrong number comes back to the form", async () => {
    const id = await receiveHeld("To be added");
    const { number } = await insertTicket();
    for (const wrong of ["", "abc", "0", "99999999999", "123456789"]) {
      const refused = await ask(pageAction, "elena", id, "?do=join", { kind: "join", number: wrong });
      expect([wrong, refused.status]).toEqual([wrong, 400]);
    }
    const { location } = await ask(pageAction, "elena", id, "?do=join", { kind: "join", number: `#${number}` });
    expect(location).toBe(`/desk/tickets/${number}`);
  });

  test("is filed with a contact or an organization that is chosen or written", async () => {
    for (const [form, filed] of [
      [{ to: `person:${cast.giulia.id}` }, { personId: cast.giulia.id }],
      [{ to: "other", other: "P.Ferri@marchetti.example" }, { personId: cast.paolo.id }],
      [{ to: "other", other: "marchetti impianti" }, { personId: null }],
      [{ to: "sender" }, {}],
    ] as const) {
      const id = await receiveHeld(`For the file ${JSON.stringify(form)}`);
      expect((await ask(pageAction, "elena", id, "?do=file", { kind: "file", ...form })).location).toBe(
        "/desk/mailroom",
      );
      expect(await database().prisma.filedMail.findUnique({ where: { inboundId: id } })).toMatchObject(filed);
    }
    const id = await receiveHeld("Nobody's");
    const refused = await ask(pageAction, "elena", id, "?do=file", { kind: "file", to: "other", other: "Nobody Ltd" });
    expect(refused.status).toBe(400);
  });

  test("is discarded, and comes back by being processed again", async () => {
    const id = await receiveHeld("Discarded and back");
    expect((await ask(decision, "elena", id, "/decision", { kind: "discard" })).location).toBe("/desk/mailroom");
    expect(await stored(id)).toMatchObject({ outcome: "discarded", stage: "done" });
    expect((await ask(again, "elena", id, "/again", {})).location).toBe(`/desk/mailroom/${id}`);
    await workMail();
    expect(await stored(id)).toMatchObject({ outcome: null, stage: "held", purgeAt: null });
  });

  test("that a colleague decided first says so, and nothing happens twice", async () => {
    const id = await receiveHeld("Both at once");
    await ask(decision, "sara", id, "/decision", { kind: "discard" });
    const second = await ask(decision, "elena", id, "/decision", { kind: "open" });
    expect(second.location).toBe(`/desk/mailroom/${id}`);
    const late = await ask(pageAction, "elena", id, "?do=join", { kind: "join", number: "1" });
    expect(late.status).toBe(409);
    expect(await stored(id)).toMatchObject({ outcome: "discarded", hold: { decidedById: cast.sara.id } });
  });

  test("blocks its sender, whose next mail is discarded; the list takes it off again", async () => {
    const id = await receiveHeld("Blocked");
    await ask(pageAction, "elena", id, "?do=block", { kind: "block", entry: "domain" });
    const next = await receiveHeld("Next one");
    expect(await stored(next)).toMatchObject({ outcome: "discarded", blockedBy: "@lottery.example" });
    const rows = async () =>
      ((await ask(blocked, "ada", "")).value as { page: { rows: { entry: string; mails: number }[] } }).page.rows;
    expect(await rows()).toMatchObject([{ entry: "@lottery.example", mails: 2 }]);
    await ask(unblock, "ada", "", "", { entry: "@lottery.example" });
    expect(await rows()).toEqual([]);
  });
});

test("each rule that was tried says each condition's answer, as of the version that was asked", async () => {
  const rules = [
    makeRule(1, { all: [askFor("subject", "any_word", "pump"), askFor("domain", "is", "lottery.example")] }),
    makeRule(2, { any: [askFor("subject", "matches", "order (?P<order>[0-9]+)")], none: [askFor("known", "in", "customer")] }, { quarantine: true }), // prettier-ignore
    makeRule(3, {}),
  ];
  await saveMailRules(castCtx("ada"), { base: 0, rules });
  const { inboundId: id } = await receiveMail(systemCtx(), {
    bytes: Buffer.from(
      `From: a@shop.example\r\nTo: ${queues.repairs.address}\r\nSubject: About order 4711\r\nMessage-ID: <o@shop.example>\r\n\r\nHi\r\n`,
    ),
    source: "http",
    envelopeFrom: "a@shop.example",
    recipients: [queues.repairs.address],
  });
  await workMail();
  await saveMailRules(castCtx("ada"), { base: 1, rules: [] });
  const { mail, rules: steps } = (await ask(page, "elena", id)).value as PageData;
  expect(mail.hold).toMatchObject({ reason: "rule", data: { ruleId: rules[1]!.id } });
  expect(steps.map(({ rule, outcome }) => `${rule.name} ${outcome}`)).toEqual([
    "Rule 1 no_match",
    "Rule 2 matched",
    "Rule 3 not_reached",
  ]);
  expect(steps[0]!.answers.all.map(({ holds }) => holds)).toEqual([false, false]);
  expect(steps[1]!.answers.any.map(({ holds }) => holds)).toEqual([true]);
  expect(steps[1]!.answers.none.map(({ holds }) => holds)).toEqual([false]);
  expect(steps[1]!.captures).toEqual({ order: "4711" });
});

test("the block list takes addresses and domains, and refuses our own", async () => {
  const add = (entry: string) => ask(block, "ada", "", "", { entry, note: "asked by sales" });
  expect((await add("Spam@Shop.example")).status).toBe(302);
  for (const wrong of ["", "no", queues.repairs.address, "@northwind.example", cast.sara.email])
    expect([wrong, (await add(wrong)).status]).toEqual([
      wrong,
      expect.toSatisfy((s: number) => s === 400 || s === 409),
    ]);
  expect(await database().prisma.blockedSender.findMany({ select: { address: true, note: true } })).toEqual([
    { address: "spam@shop.example", note: "asked by sales" },
  ]);
});

describe("the API", () => {
  const tokens: Partial<Record<CastName, string>> = {};
  beforeAll(async () => {
    for (const name of ["elena", "marco"] as const)
      tokens[name] = (await createApiToken(castCtx(name), { personId: cast[name].id, name: "test" })).token;
  });

  async function call<S extends z.ZodType>(
    handler: Handler,
    schema: S,
    as: CastName,
    status: number,
    id = "",
    body?: object,
    query = "",
  ) {
    const answer = (await handler(
      routeArgs(`/api/v1/mails${query}`, {
        method: body ? "POST" : "GET",
        body: body && JSON.stringify(body),
        headers: { authorization: `Bearer ${tokens[as]}` },
        params: { id },
      }),
    )) as Response;
    const json: unknown = await answer.json();
    expect({ status: answer.status, json: answer.status === status ? "" : json }).toEqual({ status, json: "" });
    return (schema instanceof z.ZodObject ? schema.strict() : schema).parse(json) as z.output<S>;
  }

  test("lists and reads within the token's queues, and decides once", async () => {
    const id = await receiveHeld("By the API");
    const held = await call(apiList, mailPage, "elena", 200);
    expect(held.items.find((item) => item.id === id)).toMatchObject({ hold: { reason: "spam" }, stage: "held" });
    expect((await call(apiList, mailPage, "marco", 200, "", undefined, "?view=all")).items).toEqual([]);
    const mail = await call(apiShow, receivedMail, "elena", 200, id);
    expect(mail).toMatchObject({ subject: "By the API", text: "You won.", queue: { name: "Repairs" } });
    expect(mail.stages.map(({ stage }) => stage)).toContain("authenticate");

    await call(apiShow, problem, "marco", 404, id);
    await call(apiDecide, problem, "marco", 404, id, { decision: "discard" });
    expect((await call(apiDecide, problem, "elena", 400, id, { decision: "join" })).errors).toHaveProperty("number");

    const decided = await call(apiDecide, receivedMail, "elena", 200, id, { decision: "open" });
    expect(decided).toMatchObject({ outcome: "opened", hold: null, decision: { by: { id: cast.elena.id } } });
    expect(decided.number).toBeGreaterThan(0);
    await call(apiDecide, problem, "elena", 409, id, { decision: "discard" });
  });
});
