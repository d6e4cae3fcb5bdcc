import { beforeEach, describe, expect, test } from "vitest";
import { cast, castCtx } from "#tests/support/cast";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { countArticleStates } from "./count-article-states.server";
import { countSearches } from "./count-searches.server";
import { listArticleFigures } from "./list-article-figures.server";
import { listReaderComments } from "./list-reader-comments.server";
import { listSearches } from "./list-searches.server";
import { listWantedAnswers } from "./list-wanted-answers.server";

useDatabase();
const NOW = new Date("2026-11-20T10:30:00.000Z");
const ctx = (name: "ada" | "sara" | "giulia" = "ada") => castCtx(name, { now: NOW });
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const searched = (query: string, hours: number, over: object = {}) =>
  database().prisma.searchIntention.create({
    data: {
      id: newId(),
      half: "portal",
      locale: "en",
      query,
      results: 3,
      session: "s",
      startedAt: ago(hours),
      updatedAt: ago(hours),
      ...over,
    },
  });
const settled = (query: string, verdict: string, hours: number) =>
  database().prisma.searchWish.create({ data: { locale: "en", query, verdict, at: ago(hours), byId: cast.ada.id } });

/** An article with one drafted text in English. */
async function article(title: string): Promise<string> {
  const [id, textId, categoryId] = [newId(), newId(), newId()];
  await database().prisma.articleCategory.create({
    data: { id: categoryId, position: 1, slug: categoryId, names: { en: "Pumps" } },
  });
  await database().prisma.article.create({
    data: { id, kind: "article", categoryId, sourceLocale: "en", createdAt: ago(500), activityAt: ago(500) },
  });
  await database().prisma.articleText.create({ data: { id: textId, articleId: id, locale: "en" } });
  await database().prisma.articleDraft.create({
    data: { textId, title, slug: title.toLowerCase(), updatedAt: ago(500) },
  });
  return id;
}

const voted = (articleId: string, reader: string, hours: number, over: object = {}) =>
  database().prisma.articleVote.create({
    data: {
      articleId,
      reader,
      locale: "en",
      helpful: false,
      reason: "unclear",
      comment: "How?",
      at: ago(hours),
      ...over,
    },
  });

beforeEach(async () => {
  await database().prisma.searchIntention.deleteMany();
  await database().prisma.searchWish.deleteMany();
  await database().prisma.article.deleteMany();
});

describe("answers to write", () => {
  test("searches that led nowhere are one wish per set of words, most wanted first", async () => {
    await searched("reset pump", 3, { results: 0 });
    await searched("pump reset", 1);
    await searched("warranty", 2, { results: 0 });
    await searched("opening hours", 2, { opened: "article:x" });
    await searched("reset pump", 2, { half: "desk" });
    await searched("ab", 2, { results: 0 });
    await searched("garanzia", 2, { locale: "it", results: 0 });
    const wanted = await listWantedAnswers(ctx("sara"));
    expect(wanted).toMatchObject([
      { kind: "search", locale: "en", query: "pump reset", times: 2, without: 1, newest: ago(1) },
      { kind: "search", query: "warranty", times: 1, without: 1 },
      { kind: "search", locale: "it", query: "garanzia" },
    ]);
    expect(await listWantedAnswers(ctx(), { locale: "it" })).toHaveLength(1);
  });

  test("what is dismissed stays away, what is done comes back when it is asked again", async () => {
    await searched("reset pump", 3);
    await searched("noise", 3);
    await settled("pump reset", "done", 2);
    await settled("noise", "dismissed", 2);
    expect(await listWantedAnswers(ctx())).toEqual([]);
    await searched("reset pump", 1);
    await searched("noise", 1);
    expect(await listWantedAnswers(ctx())).toMatchObject([{ query: "reset pump", times: 1 }]);
  });

  test("a no with words asks for the article to be written better", async () => {
    const id = await article("Bleeding a pump");
    await voted(id, "guest:1", 5, { comment: "Which valve?" });
    await voted(id, "guest:2", 4, { comment: "" });
    await voted(id, "guest:3", 3, { comment: "Too short" });
    await voted(id, "guest:4", 3, { comment: "Read", doneAt: ago(1) });
    await voted(id, "guest:5", 3, { comment: "Great", helpful: true, reason: null });
    const [change, ...others] = await listWantedAnswers(ctx(), { order: "newest" });
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      kind: "article",
      articleId: id,
      title: "Bleeding a pump",
      times: 2,
      comments: [{ comment: "Too short", at: ago(3) }, { comment: "Which valve?" }],
    });
    await settled(`article:${id}`, "done", 1);
    expect(await listWantedAnswers(ctx())).toEqual([]);
  });

  test("one statement for any number of wishes, and none for a customer", async () => {
    const id = await article("A");
    await voted(id, "guest:1", 5);
    for (let i = 0; i < 30; i++) await searched(`question ${i}`, i);
    expect(await countStatements(() => listWantedAnswers(ctx()))).toBe(1);
    await expect(listWantedAnswers(ctx("giulia"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the search log", () => {
  const ALL = { half: null, locale: null, outcome: null, days: 30 } as const;

  test("is filtered by half, language, outcome and period, newest first", async () => {
    const id = await article("Bleeding a pump");
    await searched("bleeding", 1, { opened: `article:${id}` });
    await searched("warranty", 2, { results: 0 });
    await searched("garanzia", 3, { locale: "it" });
    await searched("ticket of hana", 4, { half: "desk" });
    await searched("old", 24 * 10);
    const queries = async (over: object) =>
      (await listSearches(ctx(), { ...ALL, ...over })).rows.map(({ query }) => query);
    expect(await queries({})).toEqual(["bleeding", "warranty", "garanzia", "ticket of hana", "old"]);
    expect(await queries({ half: "desk" })).toEqual(["ticket of hana"]);
    expect(await queries({ locale: "it" })).toEqual(["garanzia"]);
    expect(await queries({ outcome: "without" })).toEqual(["warranty"]);
    expect(await queries({ outcome: "unopened", days: 7 })).toEqual(["garanzia", "ticket of hana"]);
    expect((await listSearches(ctx(), ALL)).rows[0]).toMatchObject({ openedTitle: "Bleeding a pump" });
    expect(await countSearches(ctx(), ALL)).toEqual({ total: 5, without: 1, opened: 1, capped: false });
  });

  test("is walked by pages, in one statement each, by editors alone", async () => {
    for (let i = 0; i < 30; i++) await searched(`question ${i}`, i);
    const first = await listSearches(ctx(), ALL);
    expect(first.rows).toHaveLength(25);
    const second = await listSearches(ctx(), { ...ALL, after: first.next });
    expect(second.rows.map(({ query }) => query)).toEqual([25, 26, 27, 28, 29].map((i) => `question ${i}`));
    expect(await countStatements(() => listSearches(ctx(), ALL))).toBe(1);
    await expect(listSearches(ctx("sara"), ALL)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("figures of articles count views, votes and what was deflected within the period", async () => {
  const [one, other] = [await article("One"), await article("Other")];
  const day = (articleId: string, date: string, views: number) =>
    database().prisma.articleDay.create({ data: { articleId, locale: "en", day: new Date(date), views } });
  await day(one, "2026-11-20", 5);
  await day(one, "2026-11-01", 7);
  await day(one, "2026-01-01", 100);
  await voted(one, "guest:1", 1, { helpful: true });
  await voted(one, "guest:2", 1);
  await voted(one, "guest:3", 24 * 40);
  const deflected = (hours: number, outcome: string | null) =>
    database().prisma.deflection.create({
      data: { id: newId(), articleId: one, locale: "en", reader: "guest:1", openedAt: ago(hours), outcome },
    });
  await deflected(30, "solved");
  await deflected(31, "unasked");
  await deflected(32, "ticket");
  await deflected(1, null);
  const figures = () => listArticleFigures(ctx("sara"), { articleIds: [other, one], days: 30 });
  expect(await figures()).toEqual([
    { articleId: other, views: 0, yes: 0, no: 0, deflected: 0 },
    { articleId: one, views: 12, yes: 1, no: 1, deflected: 2 },
  ]);
  expect(await countStatements(figures)).toBe(1);
});

test("comments of readers are walked newest first, done ones apart", async () => {
  const id = await article("One");
  for (let i = 0; i < 27; i++) await voted(id, `guest:${String(i).padStart(2, "0")}`, 1, { comment: `no ${i}` });
  await voted(id, "guest:done", 1, { doneAt: ago(0) });
  await voted(id, "guest:silent", 1, { comment: "" });
  const first = await listReaderComments(ctx("sara"), { after: null });
  expect(first.rows.map(({ comment }) => comment).slice(0, 2)).toEqual(["no 26", "no 25"]);
  expect(first.rows[0]).toMatchObject({ articleId: id, title: "One", helpful: false, reason: "unclear", at: ago(1) });
  const second = await listReaderComments(ctx("sara"), { after: first.next });
  expect(second.rows.map(({ comment }) => comment)).toEqual(["no 1", "no 0"]);
  expect((await listReaderComments(ctx(), { after: second.previous })).rows).toEqual(first.rows);
  expect((await listReaderComments(ctx(), { done: true, after: null })).rows).toHaveLength(1);
  expect(await countStatements(() => listReaderComments(ctx(), { after: null }))).toBe(1);
});

test("what waits is counted per article, not per language, in one statement", async () => {
  const id = await article("One");
  const other = await article("Other");
  const { prisma } = database();
  await prisma.articleText.create({
    data: { id: newId(), articleId: id, locale: "it", work: "in_review", staleSince: ago(1) },
  });
  await prisma.article.update({ where: { id: other }, data: { reviewBy: ago(1) } });
  const gone = await article("Gone");
  await prisma.article.update({ where: { id: gone }, data: { deletedAt: ago(1) } });
  const counts = { draft: 2, in_review: 1, scheduled: 0, changes: 0, stale: 1, review_due: 1, forMe: 0 };
  expect(await countArticleStates(ctx("sara"))).toEqual(counts);
  expect(await countStatements(() => countArticleStates(ctx()))).toBe(1);
});
