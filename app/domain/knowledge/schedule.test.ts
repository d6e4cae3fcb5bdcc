import { beforeEach, describe, expect, it } from "vitest";
import { registry } from "~/jobs/registry.server";
import { isNever, NEVER } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { editorCtx, makeArticle, makeCategory, makePublished, textOf, writeDraft } from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";

import { cancelSchedule } from "./cancel-schedule.server";
import { changeArticle } from "./change-article.server";
import { decideReview } from "./decide-review.server";
import { deleteArticle } from "./delete-article.server";
import { discardDraft } from "./discard-draft.server";
import { getArticleForDesk } from "./get-article-for-desk.server";
import { publishText } from "./publish-text.server";
import { purgeArticles } from "./purge-articles.server";
import { requestReview } from "./request-review.server";
import { restoreArticle } from "./restore-article.server";
import { settleSchedule } from "./settle-schedule.server";
import { sweepSchedule } from "./sweep-schedule.server";
import { unpublishText } from "./unpublish-text.server";

useArticles();
const db = () => database().prisma;
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.parse(STORY_TIME) + hours * HOUR);
const ada = (hours = 0) => ({ ...castCtx("ada"), now: at(hours) });
const worker = (hours: number) => systemCtx({ now: at(hours) });
const error = (name: string) => ({ code: `knowledge:error.${name}` });
const en = (articleId: string) => ({ articleId, locale: "en" });
const due = async () =>
  (
    await database().pool.query(
      `select j.run_at as at, p.payload ->> 'textId' as "textId" from graphile_worker.jobs j
       join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'knowledge.settle-schedule'`,
    )
  ).rows as { at: Date; textId: string }[];
const told = async (type: string) => db().event.count({ where: { type } });
let categoryId: string;

beforeEach(async () => {
  categoryId = await makeCategory({ name: "Deliveries" });
});

describe("a publication to come", () => {
  it("happens at its moment, once, whoever comes first and however often", async () => {
    const articleId = await makeArticle({ categoryId });
    await publishText(ada(), { ...en(articleId), at: at(2) });
    const { id: textId, publishedVersionId } = await textOf(articleId);
    expect(publishedVersionId).toBeNull();
    expect(await due()).toEqual([{ at: at(2), textId }]);
    await settleSchedule(worker(1.9), textId);
    expect((await textOf(articleId)).publishedVersionId).toBeNull();
    for (let i = 0; i < 2; i++) await settleSchedule(worker(2), textId);
    await Promise.all([settleSchedule(worker(2), textId), settleSchedule(worker(2), textId)]);
    expect(await textOf(articleId)).toMatchObject({
      publishedVersion: { number: 1 },
      publishedAt: at(2),
      publishAt: NEVER,
      scheduledVersionId: null,
      work: "none",
    });
    expect(await told("article.published")).toBe(1);
    expect(await sweepSchedule(worker(2))).toBe(0);
  });

  it("publishes what was read when it was set; words typed since stay a draft", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { markdown: "Two" });
    await publishText(ada(), { ...en(articleId), at: at(2) });
    await writeDraft(ada(1), articleId, { markdown: "Three" });
    await settleSchedule(worker(2), (await textOf(articleId)).id);
    expect(await textOf(articleId)).toMatchObject({ publishedVersion: { markdown: "Two", number: 2 }, work: "draft" });
    await discardDraft(ada(3), en(articleId));
    expect((await getArticleForDesk(ada(3), { articleId })).text?.draft.markdown).toBe("Two");
  });

  it("leaves a review of newer words open, which is decided as if nothing had happened", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { markdown: "Two" });
    await publishText(ada(), { ...en(articleId), at: at(2) });
    await writeDraft(ada(1), articleId, { markdown: "Three" });
    await requestReview(ada(1), en(articleId));
    await settleSchedule(worker(2), (await textOf(articleId)).id);
    expect(await textOf(articleId)).toMatchObject({ publishedVersion: { markdown: "Two" }, work: "in_review" });
    await expect(publishText(ada(3), en(articleId))).rejects.toMatchObject(error("inReview"));
    await decideReview(editorCtx("sara"), { ...en(articleId), verdict: "approved" });
    expect(await textOf(articleId)).toMatchObject({ publishedVersion: { markdown: "Three" }, work: "none" });
    expect(await db().articleReview.count({ where: { verdict: null } })).toBe(0);
  });

  it("is found by the sweep when its job was lost, each text in a job of its own", async () => {
    const ids = [];
    for (const title of ["A", "B"]) ids.push(await makeArticle({ categoryId, title }));
    for (const articleId of ids) await publishText(ada(), { ...en(articleId), at: at(2) });
    await db().$executeRaw`delete from graphile_worker._private_jobs`;
    for (let i = 0; i < 2; i++) expect(await sweepSchedule(worker(2))).toBe(2);
    const swept = await due();
    expect(swept).toHaveLength(2);
    for (const { textId } of swept) await registry.get("knowledge.settle-schedule")?.run(worker(2), { textId });
    for (const articleId of ids) expect((await textOf(articleId)).publishedVersionId).not.toBeNull();
  });

  it("has its address from the start; given up, the address is free again", async () => {
    const first = await makeArticle({ categoryId, slug: "same" });
    const second = await makeArticle({ categoryId, slug: "same" });
    await publishText(ada(), { ...en(first), at: at(2) });
    await expect(publishText(ada(), en(second))).rejects.toMatchObject(error("slugTaken"));
    await cancelSchedule(ada(1), en(first));
    expect(await textOf(first)).toMatchObject({ publishAt: NEVER, scheduledVersionId: null, work: "draft" });
    await publishText(ada(1), en(second));
    await settleSchedule(worker(2), (await textOf(first)).id);
    expect((await textOf(first)).publishedVersionId).toBeNull();
    await expect(cancelSchedule(ada(1), en(first))).rejects.toMatchObject(error("notScheduled"));
  });

  it("may be set anew, and be overtaken by a publication at once", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { markdown: "Two", slug: "two" });
    await publishText(ada(0.1), { ...en(articleId), at: at(2) });
    await writeDraft(ada(), articleId, { markdown: "Three", slug: "three" });
    await publishText(ada(0.2), { ...en(articleId), at: at(3) });
    await settleSchedule(worker(2.5), (await textOf(articleId)).id);
    expect((await textOf(articleId)).publishedVersion?.number).toBe(1);
    await publishText(ada(2.6), en(articleId));
    const text = await textOf(articleId);
    expect(text).toMatchObject({ publishAt: NEVER, publishedVersion: { number: 3 } });
    expect(text.slugs.map(({ slug, current }) => [slug, current])).toEqual([
      ["claiming-damage", false],
      ["three", true],
    ]);
  });

  it("refuses a moment that has passed", async () => {
    const articleId = await makeArticle({ categoryId });
    const past = publishText(ada(1), { ...en(articleId), at: at(0.5) });
    await expect(past).rejects.toMatchObject({ fields: { at: "knowledge:error.pastTime" } });
  });

  it("is the editors' alone: whoever began the article cannot show it to others than was agreed", async () => {
    const articleId = await makeArticle({ categoryId, audience: "agents" }, castCtx("elena"));
    await publishText(ada(), { ...en(articleId), at: at(2) });
    const widened = changeArticle(castCtx("elena"), articleId, { audience: "public" });
    await expect(widened).rejects.toMatchObject({ kind: "forbidden" });
    expect((await getArticleForDesk(castCtx("elena"), { articleId })).may.write).toBe(false);
    await cancelSchedule(ada(), en(articleId));
    await changeArticle(castCtx("elena"), articleId, { audience: "customers" });
  });

  it("follows an approval", async () => {
    const guarded = await makeCategory({ name: "Legal", needsReview: true });
    const articleId = await makeArticle({ categoryId: guarded }, editorCtx("sara"));
    await requestReview(editorCtx("sara"), en(articleId));
    await decideReview(ada(), { ...en(articleId), verdict: "approved", at: at(2) });
    await settleSchedule(worker(2), (await textOf(articleId)).id);
    expect((await textOf(articleId)).publishedVersion).toMatchObject({ number: 1 });
  });
});

describe("taking back at a moment", () => {
  it("happens then, once", async () => {
    const articleId = await makePublished({ categoryId });
    await unpublishText(ada(), { ...en(articleId), at: at(2) });
    const { id } = await textOf(articleId);
    for (const hours of [1, 2, 2, 3]) await settleSchedule(worker(hours), id);
    expect(await textOf(articleId)).toMatchObject({ publishedVersionId: null, unpublishAt: NEVER, work: "draft" });
    expect(await told("article.unpublished")).toBe(1);
  });

  it("comes after the publication it belongs to, also when both are overdue", async () => {
    const articleId = await makeArticle({ categoryId });
    await publishText(ada(), { ...en(articleId), at: at(2) });
    await expect(unpublishText(ada(), { ...en(articleId), at: at(1) })).rejects.toMatchObject(error("order"));
    await unpublishText(ada(), { ...en(articleId), at: at(4) });
    await settleSchedule(worker(9), (await textOf(articleId)).id);
    expect(await textOf(articleId)).toMatchObject({ publishedVersionId: null, publishedAt: at(9) });
    expect([await told("article.published"), await told("article.unpublished")]).toEqual([1, 1]);
  });

  it("may come before a new publication: the text goes, and appears again", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { markdown: "Two" });
    await unpublishText(ada(), { ...en(articleId), at: at(1) });
    await publishText(ada(), { ...en(articleId), at: at(2) });
    await settleSchedule(worker(3), (await textOf(articleId)).id);
    expect((await textOf(articleId)).publishedVersion).toMatchObject({ markdown: "Two" });
  });
});

describe("the recycle bin", () => {
  it("gives up what is to come and what is in review; restored, what was published is so again", async () => {
    const articleId = await makePublished({ categoryId });
    await unpublishText(ada(), { ...en(articleId), at: at(2) });
    await writeDraft(ada(), articleId, { markdown: "New" });
    await requestReview(ada(), en(articleId));
    await deleteArticle(ada(), articleId);
    await expect(writeDraft(ada(), articleId, { markdown: "x" })).rejects.toMatchObject(error("deleted"));
    await settleSchedule(worker(2), (await textOf(articleId)).id);
    const shown = await getArticleForDesk(ada(), { articleId });
    expect(shown).toMatchObject({ deletedAt: at(0), purgeAt: at(30 * 24), may: { write: false, delete: true } });
    await restoreArticle(ada(3), { articleId });
    const text = await textOf(articleId);
    expect(text).toMatchObject({ publishedVersion: { number: 1 }, work: "draft" });
    expect(isNever(text.unpublishAt)).toBe(true);
  });

  it("is emptied after thirty days, run as often as one likes", async () => {
    const articleId = await makePublished({ categoryId });
    await makePublished({ categoryId, title: "Stays" });
    await deleteArticle(ada(), articleId);
    expect(await purgeArticles(worker(30 * 24 - 1))).toBe(0);
    expect(await purgeArticles(worker(30 * 24))).toBe(1);
    expect(await purgeArticles(worker(30 * 24))).toBe(0);
    expect(await db().article.count()).toBe(1);
    expect(await db().articleSlug.findMany({ select: { slug: true } })).toEqual([{ slug: "stays" }]);
    expect(await told("article.purged")).toBe(1);
  });
});
