/* oxlint-disable unicorn/no-thenable -- "then" is the form's field for what the pressed button does */
import { beforeEach, describe, expect, test } from "vitest";
import { cast, type CastName, castCtx } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { catchUp } from "#tests/support/searching";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { action as addImages } from "~/desk/knowledge/acts/add-images";
import { action as preview } from "~/desk/knowledge/acts/preview";
import { action as saveDraftAct } from "~/desk/knowledge/acts/save-draft";
import { action as settleCommentAct } from "~/desk/knowledge/acts/settle-comment";
import { action as settleWishAct } from "~/desk/knowledge/acts/settle-wish";
import { action as editorAction, loader as editorLoader } from "~/desk/knowledge/editor";
import { loader as listLoader } from "~/desk/knowledge/list";
import { action as newAction, loader as newLoader } from "~/desk/knowledge/new";
import { action as scheduleAction } from "~/desk/knowledge/schedule";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { createArticleForm, createCategoryForm } from "~/domain/knowledge/schema";
import { database } from "~/platform/db.server";

useDatabase();

let categoryId = "";
let articleId = "";

beforeEach(async () => {
  await database().prisma.article.deleteMany();
  await database().prisma.articleCategory.deleteMany();
  ({ categoryId } = await createCategory(
    castCtx("ada"),
    createCategoryForm.parse({ names: { en: "Pumps" }, needsReview: false }),
  ));
  ({ articleId } = await createArticle(
    castCtx("ada"),
    createArticleForm.parse({ kind: "article", categoryId, locale: "en", title: "Bleeding", markdown: "Open it." }),
  ));
});

type Handler = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;

async function post(
  handler: Handler,
  who: CastName,
  body: Record<string, string> | FormData,
  path = "/desk/knowledge",
) {
  const form = body instanceof FormData ? body : new URLSearchParams(body);
  const init = { method: "POST", body: form, cookie: await signInAs(who), params: { articleId } };
  return answerOf(() => handler(routeArgs(path, init)));
}

const text = { lang: "en", title: "Bleeding a pump", markdown: "Open the **valve**.", revision: "1" };
const dataOf = (value: unknown) => (value as { data: { failure: { code: string; fields: object } } }).data;

describe("the editor's script", () => {
  test("saves upon a revision, and is told of another save", async () => {
    const saved = await post(saveDraftAct, "ada", text);
    expect(saved.status).toBe(200);
    expect(await (saved.value as Response).json()).toMatchObject({ revision: 2 });
    const late = await post(saveDraftAct, "ada", { ...text, markdown: "Other words." });
    expect(late.status).toBe(409);
    expect(await (late.value as Response).json()).toMatchObject({ failure: { code: "knowledge:error.draftMoved" } });
    expect((await post(saveDraftAct, "sara", { ...text, revision: "2" })).status).toBe(403);
    expect((await post(saveDraftAct, "ada", { ...text, lang: "xx" })).status).toBe(400);
  });

  test("draws what is typed without what could run", async () => {
    const { value } = await post(preview, "sara", { lang: "en", markdown: "**a** <script>alert(1)</script>" });
    expect(await (value as Response).json()).toEqual({ html: "<p><strong>a</strong> </p>" });
  });

  test("gets a picture's address as JSON; a form without script goes back to its page", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
      "base64",
    );
    const body = () => {
      const form = new FormData();
      form.set("files", new File([png], "label.png", { type: "image/png" }));
      return form;
    };
    const init = { method: "POST", cookie: await signInAs("ada"), params: { articleId } };
    const asked = routeArgs("/desk/knowledge", { ...init, body: body(), headers: { accept: "application/json" } });
    const { value } = await answerOf(() => addImages(asked));
    expect(await (value as Response).json()).toMatchObject({
      name: "label.png",
      address: expect.stringMatching(/^image:/),
      picture: true,
    });
    expect(await post(addImages, "ada", body(), "/desk/knowledge?lang=en")).toMatchObject({
      status: 302,
      location: `/desk/knowledge/${articleId}?lang=en#pictures`,
    });
    const none = await post(addImages, "ada", new FormData());
    expect(none).toMatchObject({ status: 302 });
  });
});

describe("the editor's page", () => {
  test("saves and publishes in one go; a refusal keeps what was typed", async () => {
    const empty = await post(editorAction, "ada", { ...text, markdown: "", then: "publish" });
    expect(empty.status).toBe(409);
    expect(dataOf(empty.value).failure.code).toBe("knowledge:error.noText");
    const done = await post(editorAction, "ada", { ...text, revision: "2", then: "publish", note: "First" });
    expect(done).toMatchObject({ status: 302, location: `/desk/knowledge/${articleId}?lang=en` });
    const loaded = await answerOf(async () =>
      editorLoader(
        routeArgs(`/desk/knowledge/${articleId}`, { cookie: await signInAs("sara"), params: { articleId } }),
      ),
    );
    expect(loaded.value).toMatchObject({
      title: "Bleeding a pump",
      may: { write: false, publish: false },
      states: { en: "published" },
      text: { html: "<p>Open the <strong>valve</strong>.</p>", publication: { version: 1 } },
    });
  });

  test("publishes at a time on the reader's clocks", async () => {
    await post(editorAction, "ada", { ...text, then: "save" });
    const path = `/desk/knowledge/${articleId}/schedule?lang=en`;
    const year = new Date().getUTCFullYear() + 1;
    expect((await post(scheduleAction, "ada", { publishAt: "tomorrow" }, path)).status).toBe(400);
    expect((await post(scheduleAction, "ada", { publishAt: `${year}-01-15T09:00` }, path)).status).toBe(302);
    const { publishAt } = await database().prisma.articleText.findFirstOrThrow({ where: { articleId } });
    expect(publishAt).toEqual(new Date(`${year}-01-15T08:00:00.000Z`));
  });
});

test("what was searched for becomes a draft, agents' too, where the text lies that fits it best; editors take it off the list", async () => {
  const { categoryId: other } = await createCategory(
    castCtx("ada"),
    createCategoryForm.parse({ names: { en: "Deliveries" }, needsReview: false }),
  );
  const near = createArticleForm.parse({
    kind: "faq",
    categoryId: other,
    locale: "ro",
    title: "Cât durează garanția?",
    markdown: "Doi ani.",
  });
  const { articleId: found } = await createArticle(castCtx("ada"), near);
  await publishText(castCtx("ada"), { articleId: found, locale: "ro" });
  await catchUp();
  const wish = { locale: "ro", query: "garanție pompă" };
  const asked = (query: Record<string, string>) =>
    openNew(`/desk/knowledge/new?${new URLSearchParams({ kind: "faq", lang: "ro", ...query })}`);
  expect(await asked({ title: "Garanție pompă", keywords: wish.query })).toMatchObject({
    words: "Garanție pompă",
    keywords: wish.query,
    lang: "ro",
    kind: "faq",
    categoryId: other,
  });
  expect(await asked({ title: "Xyzzy" })).toMatchObject({ categoryId: null });
  expect(await asked({ title: "Garanție", category: categoryId })).toMatchObject({ categoryId });

  const form = { kind: "faq", categoryId: other, locale: "ro", title: "Garanție pompă", keywords: wish.query };
  const { location } = await post(newAction, "sara", form);
  const draft = await database().prisma.articleDraft.findFirstOrThrow({ where: { title: "Garanție pompă" } });
  expect(draft).toMatchObject({ updatedById: cast.sara.id, keywords: wish.query });
  expect(location).toMatch(/^\/desk\/knowledge\/[0-9a-f-]{36}\?lang=ro$/);
  expect((await post(settleWishAct, "sara", { ...wish, verdict: "done" })).status).toBe(403);
  expect((await post(settleWishAct, "ada", { ...wish, verdict: "done" })).status).toBe(302);
  expect(await database().prisma.searchWish.findMany()).toMatchObject([{ ...wish, verdict: "done" }]);
});

const openNew = async (path: string) => newLoader(routeArgs(path, { cookie: await signInAs("sara") }));

test("an editor is done with a reader's words, and takes that back", async () => {
  const vote = { articleId, reader: "guest:1", locale: "en", helpful: false, comment: "How?", at: new Date() };
  await database().prisma.articleVote.create({ data: vote });
  const words = { articleId, reader: "guest:1" };
  expect((await post(settleCommentAct, "sara", words)).status).toBe(403);
  await post(settleCommentAct, "ada", words);
  expect((await database().prisma.articleVote.findFirstOrThrow()).doneAt).not.toBeNull();
  await post(settleCommentAct, "ada", { ...words, again: "yes" });
  expect((await database().prisma.articleVote.findFirstOrThrow()).doneAt).toBeNull();
  expect((await post(settleCommentAct, "ada", { ...words, reader: "guest:2" })).status).toBe(404);
});

test("the list asks as many statements for forty articles as for one", async () => {
  const cookie = await signInAs("ada");
  const load = () => listLoader(routeArgs("/desk/knowledge", { cookie }));
  await load();
  const one = await countStatements(load);
  for (let i = 0; i < 40; i++)
    await createArticle(
      castCtx("ada"),
      createArticleForm.parse({ kind: "faq", categoryId, locale: "it", title: `Domanda ${i}` }),
    );
  expect(await countStatements(load)).toBe(one);
  expect((await load()).page.rows).toHaveLength(25);
});
