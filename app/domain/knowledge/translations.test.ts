import { beforeEach, expect, it } from "vitest";
import { draftOf, makeArticle, makeCategory, makePublished, textOf, writeDraft } from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";
import { getArticleForDesk } from "./get-article-for-desk.server";
import { getVersionDiff } from "./get-version-diff.server";
import { markTranslationCurrent } from "./mark-translation-current.server";
import { publishText } from "./publish-text.server";
import { startTranslation } from "./start-translation.server";

useArticles();
const ada = () => castCtx("ada");
const error = (name: string) => ({ code: `knowledge:error.${name}` });
let categoryId: string;

beforeEach(async () => {
  categoryId = await makeCategory({ name: "Deliveries" });
});

const publish = (articleId: string, locale: string) => publishText(ada(), { articleId, locale });

it("begins with the source's words, follows its published version, and has an address of its own", async () => {
  const articleId = await makePublished({ categoryId, slug: "damage", keywords: "broken" });
  await startTranslation(ada(), { articleId, locale: "ru" });
  expect(await draftOf(articleId, "ru")).toMatchObject({ title: "Claiming damage", slug: "", keywords: "broken" });
  expect(await textOf(articleId, "ru")).toMatchObject({ sourceVersion: 1, staleSince: null, work: "draft" });
  await expect(startTranslation(ada(), { articleId, locale: "ru" })).rejects.toMatchObject(error("languageExists"));
  await writeDraft(ada(), articleId, { title: "Повреждение при доставке" }, { locale: "ru" });
  await publish(articleId, "ru");
  const text = await textOf(articleId, "ru");
  expect(text.publishedVersion).toMatchObject({ slug: "povrezhdenie-pri-dostavke", sourceVersion: 1 });
});

it("of two who begin the same language at once one is told", async () => {
  const articleId = await makePublished({ categoryId });
  const both = await Promise.allSettled([1, 2].map(() => startTranslation(ada(), { articleId, locale: "it" })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: error("languageExists") });
});

it("is stale when the source moves on, until an editor says that it says the same", async () => {
  const articleId = await makePublished({ categoryId, markdown: "One line.\n\nAnother." });
  for (const locale of ["it", "ro"] as const) await startTranslation(ada(), { articleId, locale });
  await publish(articleId, "it");
  await writeDraft(ada(), articleId, { markdown: "One line.\n\nAnother, and more." });
  expect(await textOf(articleId, "it")).toMatchObject({ staleSince: null });
  await publish(articleId, "en");
  for (const locale of ["it", "ro"])
    expect(await textOf(articleId, locale)).toMatchObject({ staleSince: new Date(STORY_TIME), sourceVersion: 1 });

  await writeDraft(ada(), articleId, { markdown: "Ecco." }, { locale: "it" });
  await publish(articleId, "it");
  const { text } = await getArticleForDesk(ada(), { articleId, locale: "it" });
  expect(text).toMatchObject({ staleSince: new Date(STORY_TIME), source: { version: 2, followed: 1, locale: "en" } });
  const { followed, version } = text!.source!;
  const diff = await getVersionDiff(ada(), { articleId, locale: "en", from: followed!, to: version! });
  expect(diff.fields.map(({ field }) => field)).toEqual(["markdown"]);

  await markTranslationCurrent(ada(), { articleId, locale: "it" });
  expect(await textOf(articleId, "it")).toMatchObject({ staleSince: null, sourceVersion: 2 });
  expect(await textOf(articleId, "ro")).toMatchObject({ staleSince: new Date(STORY_TIME) });
  const own = markTranslationCurrent(ada(), { articleId, locale: "en" });
  await expect(own).rejects.toMatchObject(error("ownLanguage"));
});

it("is not stale when the source is only published again, nor when the translation is", async () => {
  const articleId = await makePublished({ categoryId });
  await startTranslation(ada(), { articleId, locale: "it" });
  await publish(articleId, "en");
  await publish(articleId, "it");
  expect(await textOf(articleId, "it")).toMatchObject({ staleSince: null });
  expect(await textOf(articleId, "en")).toMatchObject({ staleSince: null });
});

it("begun before the source was ever published, it has to be looked at once it is", async () => {
  const articleId = await makeArticle({ categoryId });
  await startTranslation(ada(), { articleId, locale: "it" });
  const early = markTranslationCurrent(ada(), { articleId, locale: "it" });
  await expect(early).rejects.toMatchObject(error("notPublished"));
  await publish(articleId, "en");
  expect(await textOf(articleId, "it")).toMatchObject({ sourceVersion: null, staleSince: new Date(STORY_TIME) });
});
