import { beforeEach, describe, expect, it } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { editorCtx, makeArticle, makeCategory, makePublished, textOf, writeDraft } from "#tests/support/articles";
import { castCtx } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";
import { changeArticle } from "./change-article.server";
import { decideReview } from "./decide-review.server";
import { getArticleForDesk } from "./get-article-for-desk.server";
import { listReviewsForMe } from "./list-reviews-for-me.server";
import { publishText } from "./publish-text.server";
import { requestReview } from "./request-review.server";
import { withdrawReview } from "./withdraw-review.server";

useArticles();
const ada = () => castCtx("ada");
const sara = () => editorCtx("sara");
const elena = () => editorCtx("elena");
const error = (name: string) => ({ code: `knowledge:error.${name}` });
let guarded: string;

beforeEach(async () => {
  guarded = await makeCategory({
    name: "Warranty",
    parentId: await makeCategory({ name: "Legal", needsReview: true }),
  });
});

const begin = (by = sara()) => makeArticle({ categoryId: guarded }, by);
const en = (articleId: string) => ({ articleId, locale: "en" });

describe("a second pair of eyes", () => {
  it("is needed where the category or one above it asks for it, and only there", async () => {
    const articleId = await begin();
    await expect(publishText(sara(), en(articleId))).rejects.toMatchObject(error("needsReview"));
    await expect(publishText(ada(), en(articleId))).rejects.toMatchObject(error("needsReview"));
    await publishText(systemCtx(), en(articleId));
    await makePublished({ categoryId: await makeCategory({ name: "Deliveries" }) }, sara());
    expect(await getArticleForDesk(ada(), { articleId })).toMatchObject({ needsReview: true });
  });

  it("approves what was read, and that is published at once", async () => {
    const articleId = await begin(castCtx("elena"));
    await requestReview(castCtx("elena"), { ...en(articleId), note: "Please look" });
    expect((await listReviewsForMe(ada(), null)).rows).toMatchObject([
      { articleId, locale: "en", version: 1, requestedBy: { name: "Elena Rossi" }, categoryNames: { en: "Warranty" } },
    ]);
    expect((await listReviewsForMe(elena(), null)).rows).toEqual([]);
    expect(await decideReview(ada(), { ...en(articleId), verdict: "approved" })).toEqual({ version: 1 });
    expect(await textOf(articleId)).toMatchObject({ work: "none", publishedVersion: { number: 1 } });
    expect((await listReviewsForMe(ada(), null)).rows).toEqual([]);
  });

  it("is nobody who wrote since the last publication, also not through another's small change", async () => {
    const articleId = await begin(sara());
    await writeDraft(elena(), articleId, { markdown: "Send us two photos." });
    await requestReview(ada(), en(articleId));
    for (const who of [sara(), elena(), ada()]) {
      const own = decideReview(who, { ...en(articleId), verdict: "approved" });
      await expect(own).rejects.toMatchObject(error("ownReview"));
      const { text } = await getArticleForDesk(who, { articleId });
      expect(text?.review?.mayApprove).toBe(false);
    }
    await decideReview(editorCtx("marco"), { ...en(articleId), verdict: "approved" });
    await writeDraft(elena(), articleId, { markdown: "Send us three photos." });
    await requestReview(elena(), en(articleId));
    await decideReview(sara(), { ...en(articleId), verdict: "approved" });
    expect((await textOf(articleId)).publishedVersion).toMatchObject({ number: 2 });
  });

  it("approves for later: the approved words may be published by whoever wrote them, others not", async () => {
    const articleId = await begin();
    await requestReview(sara(), en(articleId));
    await decideReview(ada(), { ...en(articleId), verdict: "approved", publish: false });
    expect(await textOf(articleId)).toMatchObject({ work: "draft", publishedVersionId: null });
    await writeDraft(sara(), articleId, { markdown: "Sneaked in." });
    await expect(publishText(sara(), en(articleId))).rejects.toMatchObject(error("needsReview"));
    await writeDraft(sara(), articleId, { markdown: "Send us a photo." });
    await publishText(sara(), en(articleId));
    expect((await textOf(articleId)).publishedVersion?.number).toBe(2 - 1);
  });

  it("sends back with words, after which it is written on", async () => {
    const articleId = await begin();
    await requestReview(sara(), en(articleId));
    await decideReview(ada(), { ...en(articleId), verdict: "sent_back", comment: "Say how many photos" });
    const { text } = await getArticleForDesk(sara(), { articleId });
    expect(text).toMatchObject({
      work: "draft",
      review: null,
      verdict: { verdict: "sent_back", comment: "Say how many photos", decidedBy: { name: "Ada Novak" }, version: 1 },
    });
    await expect(publishText(sara(), en(articleId))).rejects.toMatchObject(error("needsReview"));
  });

  it("holds the text still while it is read; withdrawn by who asked, or an editor", async () => {
    const articleId = await begin(castCtx("elena"));
    await requestReview(castCtx("elena"), en(articleId));
    const changes = await Promise.allSettled([
      writeDraft(castCtx("elena"), articleId, { markdown: "x" }),
      publishText(ada(), en(articleId)),
      requestReview(castCtx("elena"), en(articleId)),
    ]);
    for (const change of changes) expect(change).toMatchObject({ reason: error("inReview") });
    await expect(withdrawReview(castCtx("marco"), en(articleId))).rejects.toMatchObject({ kind: "forbidden" });
    await withdrawReview(castCtx("elena"), en(articleId));
    await expect(withdrawReview(ada(), en(articleId))).rejects.toMatchObject(error("notInReview"));
    await writeDraft(castCtx("elena"), articleId, { markdown: "x" });
  });

  it("of two who decide at once the second is told", async () => {
    const articleId = await begin();
    await requestReview(sara(), en(articleId));
    const both = await Promise.allSettled([
      decideReview(ada(), { ...en(articleId), verdict: "approved" }),
      decideReview(elena(), { ...en(articleId), verdict: "sent_back" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: error("notInReview") });
    expect(await database().prisma.articleReview.count({ where: { verdict: null } })).toBe(0);
  });

  it("counts for the version, also when the article moves under it later", async () => {
    const free = await makeCategory({ name: "Deliveries" });
    const articleId = await makePublished({ categoryId: free }, sara());
    await changeArticle(sara(), articleId, { categoryId: guarded });
    await writeDraft(sara(), articleId, { markdown: "New." });
    await expect(publishText(sara(), en(articleId))).rejects.toMatchObject(error("needsReview"));
  });
});
