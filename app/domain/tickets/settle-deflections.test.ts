import { beforeEach, describe, expect, it } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { systemCtx } from "~/platform/ctx.server";
import { settleDeflections } from "./settle-deflections.server";
import { clearArticles, makeCategory, makePublished } from "#tests/support/articles";
import { cast, castCtx, STORY_TIME } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { noteAsked } from "~/domain/knowledge/note-asked.server";
import { openAnswer } from "~/domain/knowledge/open-answer.server";
import { solveByAnswer } from "~/domain/knowledge/solve-by-answer.server";

useDatabase();
const HOUR = 3_600_000;
const story = Date.parse(STORY_TIME);
const giulia = `person:${cast.giulia.id}`;
const rows = () => database().prisma.deflection.findMany({ orderBy: { openedAt: "asc" } });
const go = (ms: number) => freezeClock(new Date(story + ms).toISOString());
let articleId: string;

beforeEach(async () => {
  go(0);
  await database().prisma.ticket.deleteMany();
  await clearArticles();
  articleId = await makePublished({ categoryId: await makeCategory({ name: "Repairs" }) });
});

const open = (reader = giulia) =>
  openAnswer(castCtx("giulia"), { articleId, locale: "en", reader, query: "pump \u0000leaks" });
const settle = () => settleDeflections(systemCtx());
const outcomes = async () => (await rows()).map(({ outcome }) => outcome);

describe("an answer opened while writing a ticket", () => {
  it("is noted once per reader and day, also by two tabs at once", async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second).toBe(first);
    expect(await rows()).toMatchObject([{ reader: giulia, personId: cast.giulia.id, query: "pump leaks" }]);
    await open("guest:other");
    go(24 * HOUR);
    await open();
    expect(await rows()).toHaveLength(3);
  });

  it("is not there for who may not read it", async () => {
    const hidden = await makePublished({ categoryId: await makeCategory({ name: "Inside" }), audience: "agents" });
    const answer = { articleId: hidden, locale: "en", reader: giulia } as const;
    await expect(openAnswer(castCtx("giulia"), answer)).rejects.toMatchObject({ kind: "not_found" });
    await expect(solveByAnswer(castCtx("giulia"), answer)).rejects.toMatchObject({ kind: "not_found" });
  });

  it("solved it, opened before or not; the second click changes nothing", async () => {
    await solveByAnswer(castCtx("giulia"), { articleId, locale: "en", reader: giulia });
    go(HOUR);
    await solveByAnswer(castCtx("giulia"), { articleId, locale: "en", reader: giulia });
    expect(await rows()).toMatchObject([{ solvedAt: new Date(story), openedAt: new Date(story) }]);
  });
});

describe("what it came to", () => {
  it("is settled once, not before 24 hours have passed, and what was typed is forgotten", async () => {
    await open();
    go(24 * HOUR - 1);
    expect(await settle()).toBe(0);
    go(24 * HOUR);
    expect(await settle()).toBe(1);
    expect(await rows()).toMatchObject([{ outcome: "unasked", query: "", settledAt: new Date(story + 24 * HOUR) }]);
    go(25 * HOUR);
    expect(await settle()).toBe(0);
    expect(await rows()).toMatchObject([{ settledAt: new Date(story + 24 * HOUR) }]);
  });

  it("is solved by the reader's word, even when a ticket about something else followed", async () => {
    await solveByAnswer(castCtx("giulia"), { articleId, locale: "en", reader: giulia });
    go(HOUR);
    await noteAsked(castCtx("giulia"), giulia);
    go(24 * HOUR);
    await settle();
    expect(await outcomes()).toEqual(["solved"]);
  });

  it("is a ticket when the form was sent within the day, and only of that reader", async () => {
    await open();
    await open("guest:other");
    go(24 * HOUR - 1);
    await noteAsked(castCtx("giulia"), giulia);
    go(24 * HOUR);
    await settle();
    expect((await rows()).map(({ reader, outcome }) => `${reader.slice(0, 5)} ${outcome}`).sort()).toEqual([
      "guest unasked",
      "perso ticket",
    ]);
  });

  it.each([
    ["comes by mail in the last moment of the day", 24 * HOUR, "ticket"],
    ["comes a moment later", 24 * HOUR + 1, "unasked"],
    ["was there before", -1, "unasked"],
  ])("a ticket that %s", async (_, ms, outcome) => {
    await open();
    const at = new Date(story + ms);
    await insertTicket({ channel: "mail", createdAt: at, activityAt: at, publicAt: at });
    go(30 * HOUR);
    await settle();
    expect(await outcomes()).toEqual([outcome]);
  });

  it("does not take another person's ticket for the reader's", async () => {
    await open();
    await insertTicket({ requesterId: cast.hana.id, createdAt: new Date(story + HOUR) });
    go(30 * HOUR);
    await settle();
    expect(await outcomes()).toEqual(["unasked"]);
  });
});
