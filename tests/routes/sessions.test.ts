import { beforeEach, describe, expect, test } from "vitest";
import { cast, castCtx, requestTypes } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { action as move } from "~/desk/tickets/acts/moves";
import { action as answer } from "~/desk/tickets/show";
import { deactivatePerson } from "~/domain/identity/deactivate-person.server";
import { listSessions } from "~/domain/identity/list-sessions.server";
import { revokeSession } from "~/domain/identity/revoke-session.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { action as chooseLanguage } from "~/portal/language/change";
import { action as signIn } from "~/portal/sign-in/show";
import { loader as list } from "~/portal/tickets/list";
import { action as open } from "~/portal/tickets/new";
import { action as reply, loader as show } from "~/portal/tickets/show";

useDatabase();
const db = () => database().prisma;
let ticket: { number: number; ticketId: string };
beforeEach(async () => {
  ticket = await openGiulias();
});

const post = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
const params = () => ({ number: String(ticket.number) });

describe("a cookie whose session ended", () => {
  test.each([
    [
      "by being revoked",
      async () => {
        const [session] = await listSessions(castCtx("giulia"), cast.giulia.id, "");
        await revokeSession(castCtx("giulia"), cast.giulia.id, session!.id);
      },
    ],
    ["with its person's account", () => deactivatePerson(castCtx("ada"), cast.giulia.id)],
  ])("%s leads to the door, changes nothing, and comes back to the page", async (_how, end) => {
    await db().session.deleteMany();
    const cookie = await signInAs("giulia");
    expect((await answerOf(() => list(routeArgs("/tickets", { cookie })))).status).toBe(200);
    await end();
    const looked = await answerOf(() => list(routeArgs("/tickets?scope=all", { cookie })));
    expect(looked).toMatchObject({ status: 302, location: "/sign-in?to=%2Ftickets%3Fscope%3Dall" });
    const path = `/tickets/${ticket.number}`;
    const before = await db().message.count();
    const wrote = await answerOf(() =>
      reply(routeArgs(path, { cookie, params: params(), ...post({ text: "Still me", formId: newId() }) })),
    );
    expect(wrote).toMatchObject({ status: 302, location: `/sign-in?to=${encodeURIComponent(path)}` });
    expect(await db().message.count()).toBe(before);
    await db().person.update({ where: { id: cast.giulia.id }, data: { deactivatedAt: null } });
  });

  test("an act without a page of its own comes back to the page of its button", async () => {
    const path = `/desk/tickets/${ticket.number}`;
    const act = (referer: string) =>
      answerOf(() =>
        move(
          routeArgs(`${path}/moves`, {
            cookie: "sid=gone",
            params: params(),
            ...post({ to: "solved" }),
            headers: { referer },
          }),
        ),
      );
    expect((await act(`http://localhost:3000${path}?view=mine`)).location).toBe(
      `/sign-in?to=${encodeURIComponent(`${path}?view=mine`)}`,
    );
    for (const elsewhere of ["https://evil.example/desk", "no address", ""])
      expect((await act(elsewhere)).location).toBe(`/sign-in?to=${encodeURIComponent(`${path}/moves`)}`);
  });
});

describe("the same form twice", () => {
  test("opens one ticket", async () => {
    const cookie = await signInAs("giulia");
    const fields = { formId: newId(), typeId: requestTypes.damaged.id, subject: "Twice", text: "Once is enough" };
    const send = () => answerOf(() => open(routeArgs("/tickets/new", { cookie, ...post(fields) })));
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.location).toMatch(/^\/tickets\/\d+$/);
    expect(second.location).toBe(first.location);
    expect(await db().ticket.count({ where: { subject: "Twice" } })).toBe(1);
  });

  test("is one reply of the customer", async () => {
    const cookie = await signInAs("giulia");
    const fields = { formId: newId(), text: "It got worse" };
    const send = () => answerOf(() => reply(routeArgs("/tickets/1", { cookie, params: params(), ...post(fields) })));
    const [first, second] = await Promise.all([send(), send()]);
    expect(second.location).toBe(first.location);
    expect(await db().message.count({ where: { ticketId: ticket.ticketId } })).toBe(2);
  });

  test("is one answer of the agent", async () => {
    const cookie = await signInAs("sara");
    const { kind, text, mode } = compose();
    const fields = { kind, text, mode, formId: newId() };
    const send = () => answerOf(() => answer(routeArgs("/desk", { cookie, params: params(), ...post(fields) })));
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status)).toEqual([302, 302]);
    expect(await db().outgoingReply.count({ where: { ticketId: ticket.ticketId } })).toBe(1);
  });
});

describe("looking", () => {
  const marks = () => db().ticketRead.count({ where: { ticketId: ticket.ticketId } });
  const page = { accept: "text/html,application/xhtml+xml" };

  test.each([
    ["a page fetched ahead", { headers: { ...page, "sec-purpose": "prefetch;prerender" } }],
    ["an older browser's", { headers: { ...page, purpose: "prefetch" } }],
    ["data fetched by script", { headers: { accept: "*/*" } }],
    ["a check of the link", { method: "HEAD", headers: page }],
  ])("%s is not reading", async (_what, init) => {
    const cookie = await signInAs("giulia");
    await show(routeArgs(`/tickets/${ticket.number}`, { cookie, params: params(), ...init }));
    expect(await marks()).toBe(0);
    await show(routeArgs(`/tickets/${ticket.number}`, { cookie, params: params(), headers: page }));
    expect(await marks()).toBe(1);
  });
});

describe("where one is sent after", () => {
  const ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    " //evil.example",
    "\\\\evil.example",
    "evil.example",
  ];

  test.each(ELSEWHERE)("signing in is never %j", async (to) => {
    await setPassword(castCtx("giulia"), cast.giulia.id, "a long enough password", "account");
    const fields = { email: cast.giulia.email, password: "a long enough password", to };
    const { status, location } = await answerOf(() => signIn(routeArgs("/sign-in", post(fields))));
    expect({ status, location }).toEqual({ status: 302, location: "/" });
  });

  test.each(ELSEWHERE)("choosing a language is never %j", async (to) => {
    const { location } = await answerOf(() => chooseLanguage(routeArgs("/language", post({ locale: "it", to }))));
    expect(location).toBe("/");
  });
});
