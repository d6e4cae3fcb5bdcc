import { beforeEach, describe, expect, it } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import {
  draftOf,
  editorCtx,
  makeArticle,
  makeCategory,
  makePublished,
  textOf,
  writeDraft,
} from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { helpFile } from "#tests/support/help-files";
import { useArticles } from "#tests/support/use-articles";
import { deleteArticle } from "./delete-article.server";
import { publishText } from "./publish-text.server";
import { restoreVersion } from "./restore-version.server";
import { settleSchedule } from "./settle-schedule.server";
import { solveByAnswer } from "./solve-by-answer.server";
import { importHelp } from "./transfer/import-help.server";
import { unpublishText } from "./unpublish-text.server";
import { voteArticle } from "./vote-article.server";
import { voteForm } from "./vote-schema";

useArticles();
const db = () => database().prisma;
const at = (hours: number) => new Date(Date.parse(STORY_TIME) + hours * 3_600_000);
const ada = (hours = 0) => ({ ...castCtx("ada"), now: at(hours) });
const sara = (hours = 0) => editorCtx("sara", { now: at(hours) });
const en = (articleId: string) => ({ articleId, locale: "en" });
let categoryId: string;

beforeEach(async () => {
  categoryId = await makeCategory({ name: "Deliveries" });
});

/** Codes of the refusals among what was done, each once. */
const refusals = (done: readonly PromiseSettledResult<unknown>[]) => [
  ...new Set(done.flatMap((one) => (one.status === "rejected" ? [String(one.reason.code ?? one.reason)] : []))),
];

/** What must hold whoever came first: one current address, its own; work that says whether the draft is what is read. */
async function expectSound(articleId: string) {
  const text = await textOf(articleId);
  const { title, summary, keywords, markdown } = await draftOf(articleId);
  expect(text.slugs.filter(({ current }) => current).map(({ slug }) => slug)).toEqual([text.publishedVersion?.slug]);
  const same = text.publishedVersion?.markdown === markdown && text.publishedVersion.title === title;
  expect(text.work !== "none" || (same && !summary && !keywords)).toBe(true);
  expect(text.scheduledVersionId === null).toBe(text.publishAt.getUTCFullYear() === 9999);
}

describe("at the same moment", () => {
  it("a publication, one that comes due, an old version and another's words leave one sound text", async () => {
    for (let round = 0; round < 4; round++) {
      const articleId = await makePublished({ categoryId, markdown: "One", slug: `race-${round}` });
      await writeDraft(ada(), articleId, { markdown: "Two", slug: `race-${round}-two` });
      await publishText(ada(), { ...en(articleId), at: at(1) });
      await writeDraft(ada(), articleId, { markdown: "Three", slug: `race-${round}-three` });
      const { id } = await textOf(articleId);
      const { revision } = await draftOf(articleId);
      const acts = [
        () => settleSchedule(systemCtx({ now: at(1) }), id),
        () => publishText(sara(1), en(articleId)),
        () => restoreVersion(ada(1), { ...en(articleId), number: 1, revision }),
        () => writeDraft(sara(1), articleId, { markdown: "Four" }, { revision }),
        () => settleSchedule(systemCtx({ now: at(1) }), id),
      ];
      const done = await Promise.allSettled([...acts.slice(round), ...acts.slice(0, round)].map((act) => act()));
      expect(["knowledge:error.draftMoved", undefined]).toContain(refusals(done)[0]);
      expect(refusals(done).length).toBeLessThan(2);
      await expectSound(articleId);
      expect(await db().articleVersion.count({ where: { textId: id } })).toBeLessThanOrEqual(4);
    }
  });

  it("of two articles that take one address one has it, and the other is told whose it is", async () => {
    const articles = await Promise.all([1, 2, 3].map(() => makeArticle({ categoryId, slug: "same" })));
    const done = await Promise.allSettled(articles.map((articleId) => publishText(ada(), en(articleId))));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusals(done)).toEqual(["knowledge:error.slugTaken"]);
  });

  it("what is deleted is not published by what comes due, whoever comes first", async () => {
    for (let round = 0; round < 3; round++) {
      const articleId = await makeArticle({ categoryId });
      await publishText(ada(), { ...en(articleId), at: at(1) });
      const { id } = await textOf(articleId);
      await Promise.all([settleSchedule(systemCtx({ now: at(1) }), id), deleteArticle(ada(1), articleId)]);
      await settleSchedule(systemCtx({ now: at(2) }), id);
      const article = await db().article.findUniqueOrThrow({ where: { id: articleId } });
      expect(article.deletedAt).not.toBeNull();
      expect((await textOf(articleId)).scheduledVersionId).toBeNull();
    }
  });

  it("two who take a text back, and one who publishes it, end in one of both", async () => {
    const articleId = await makePublished({ categoryId });
    const done = await Promise.allSettled([
      unpublishText(ada(), en(articleId)),
      unpublishText(sara(), en(articleId)),
      publishText(ada(), en(articleId)),
    ]);
    expect(["knowledge:error.notPublished", undefined]).toContain(refusals(done)[0]);
    const { slugs } = await textOf(articleId);
    expect(slugs).toHaveLength(1);
    expect(slugs[0]?.current).toBe(true);
  });

  it("one reader votes in many tabs: the last word counts once, and the sums are the votes", async () => {
    const articleId = await makePublished({ categoryId });
    const vote = (helpful: "yes" | "no", reader: string) =>
      voteArticle(castCtx("giulia"), articleId, reader, voteForm.parse({ locale: "en", helpful }));
    await Promise.all([vote("yes", "a"), vote("no", "a"), vote("yes", "a"), vote("no", "b"), vote("yes", "c")]);
    const votes = await db().articleVote.findMany({ where: { articleId } });
    expect(votes).toHaveLength(3);
    expect(await db().article.findUniqueOrThrow({ where: { id: articleId } })).toMatchObject({
      helpfulYes: votes.filter(({ helpful }) => helpful).length,
      helpfulNo: votes.filter(({ helpful }) => !helpful).length,
    });
  });

  it('"this solved it" in many tabs is one answer that spared one ticket', async () => {
    const articleId = await makePublished({ categoryId });
    const solved = { articleId, locale: "en", reader: "guest:1", query: "pump" } as const;
    await Promise.all([1, 2, 3].map(() => solveByAnswer(castCtx("giulia"), solved)));
    expect(await db().deflection.findMany({ where: { articleId } })).toMatchObject([{ solvedAt: expect.any(Date) }]);
  });

  it("two imports of one folder make each article once", async () => {
    const files = ["a", "b", "c"].map((name) =>
      helpFile(`en/deliveries/${name}.md`, `---\ntitle: About ${name}\n---\n\nText.\n`),
    );
    const reports = await Promise.all([1, 2].map(() => importHelp(ada(), files, { dryRun: false })));
    const refused = reports.flatMap(({ items }) => items.filter(({ status }) => status === "error"));
    expect(refused.filter(({ notes }) => notes[0]?.code !== "knowledge:error.slugTaken")).toEqual([]);
    const slugs = await db().articleSlug.findMany({ orderBy: { slug: "asc" } });
    expect(slugs.map(({ slug, current }) => [slug, current])).toEqual([
      ["a", true],
      ["b", true],
      ["c", true],
    ]);
    expect(await db().articleText.count({ where: { publishedVersionId: { not: null } } })).toBe(3);
    expect(await db().article.count()).toBe(3);
    const again = await importHelp(ada(), files, { dryRun: false });
    expect(again.items.map(({ status }) => status)).toEqual(["same", "same", "same"]);
  });
});
