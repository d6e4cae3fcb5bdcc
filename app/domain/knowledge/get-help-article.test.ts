import { beforeEach, describe, expect, it } from "vitest";
import type { Locale } from "~/i18n/config";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { makeArticle, makeCategory, makePublished, textOf, writeDraft } from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";
import { deleteArticle } from "./delete-article.server";
import { findHelpVersion } from "./find-help-version.server";
import { getHelpArticle } from "./get-help-article.server";
import { publishText } from "./publish-text.server";
import { startTranslation } from "./start-translation.server";
import { unpublishText } from "./unpublish-text.server";

useArticles();
const ada = () => castCtx("ada");
const reader = (locale: Locale): Ctx => ({ ...systemCtx(), actor: { kind: "anonymous" }, locale });
const at = (slug: string, locale: Locale = "en") => getHelpArticle(reader(locale), "article", slug);
const NOT_FOUND = { kind: "not_found" };
let categoryId: string;

beforeEach(async () => {
  categoryId = await makeCategory({ name: "Deliveries" });
});

async function rename(articleId: string, slug: string, locale = "en") {
  await writeDraft(ada(), articleId, { slug }, { locale });
  await publishText(ada(), { articleId, locale });
}

/** Follows redirects as a browser does: where it ends, or that it never does. */
async function follow(slug: string, locale: Locale): Promise<string> {
  for (let hops = 0; hops < 5; hops++) {
    const answer = await at(slug, locale);
    if (answer.state === "here") return answer.article.id;
    if (answer.state === "gone") return "gone";
    ({ slug } = answer);
    locale = answer.locale as Locale;
  }
  return "a circle";
}

describe("addresses that an article once had", () => {
  it("lead to the newest in one step, through any number of names and back to the first", async () => {
    const articleId = await makePublished({ categoryId, slug: "one" });
    for (const slug of ["two", "three"]) await rename(articleId, slug);
    for (const slug of ["one", "two"]) expect(await at(slug)).toMatchObject({ state: "moved", slug: "three" });
    await rename(articleId, "one");
    expect(await at("one")).toMatchObject({ state: "here" });
    for (const slug of ["two", "three"]) expect(await at(slug)).toMatchObject({ state: "moved", slug: "one" });
    await expect(makePublished({ categoryId, slug: "two" })).rejects.toMatchObject({
      code: "knowledge:error.slugTaken",
    });
  });

  it("never go in a circle, whichever languages are left of two articles that have had each other's addresses", async () => {
    const make = async (en: string, it: string) => {
      const articleId = await makePublished({ categoryId, slug: en });
      await startTranslation(ada(), { articleId, locale: "it" });
      await rename(articleId, it, "it");
      await unpublishText(ada(), { articleId, locale: "en" });
      return articleId;
    };
    const first = await make("pump", "valve");
    const second = await make("valve", "pump");
    expect([await follow("pump", "ro"), await follow("valve", "ro")]).toEqual([first, second]);
    expect([await follow("pump", "it"), await follow("valve", "it")]).toEqual([second, first]);
  });

  it("are not made by themselves of what another article has in another language", async () => {
    await makePublished({ categoryId, locale: "it", title: "Firmware" });
    const english = await makePublished({ categoryId, title: "Firmware" });
    expect((await textOf(english)).slugs).toMatchObject([{ slug: "firmware-2" }]);
    await startTranslation(ada(), { articleId: english, locale: "ro" });
    await publishText(ada(), { articleId: english, locale: "ro" });
    expect((await textOf(english, "ro")).slugs).toMatchObject([{ slug: "firmware-2" }]);
  });
});

describe("what a stranger is not told", () => {
  it("of a draft, and of what is to be published: it was never there, not even by its id", async () => {
    const draft = await makeArticle({ categoryId, slug: "secret-plan" });
    await expect(at(draft)).rejects.toMatchObject(NOT_FOUND);
    await publishText(ada(), { articleId: draft, locale: "en", at: new Date(Date.parse(STORY_TIME) + 3_600_000) });
    for (const address of ["secret-plan", draft]) {
      await expect(at(address)).rejects.toMatchObject(NOT_FOUND);
      await expect(at(address, "it")).rejects.toMatchObject(NOT_FOUND);
      expect(await findHelpVersion(reader("en"), "article", address)).toBeNull();
    }
    await deleteArticle(ada(), draft);
    await expect(at(draft)).rejects.toMatchObject(NOT_FOUND);
  });

  it("of what others may read, before and after it was taken back or deleted", async () => {
    const articleId = await makePublished({ categoryId, slug: "for-agents", audience: "agents" });
    const hidden = () => expect(at("for-agents")).rejects.toMatchObject(NOT_FOUND);
    await hidden();
    expect(await findHelpVersion(reader("en"), "article", "for-agents")).toBeNull();
    await unpublishText(ada(), { articleId, locale: "en" });
    await hidden();
    await deleteArticle(ada(), articleId);
    await hidden();
  });

  it("but what was public once is said to be gone", async () => {
    const articleId = await makePublished({ categoryId, slug: "old-news" });
    await unpublishText(ada(), { articleId, locale: "en" });
    expect(await at("old-news")).toEqual({ state: "gone" });
    await deleteArticle(ada(), articleId);
    expect(await at("old-news")).toEqual({ state: "gone" });
  });
});
