import { describe, expect, it } from "vitest";
import { LOCALES } from "~/i18n/config";
import { DomainError } from "~/lib/errors";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { makeCategory, makePublished } from "#tests/support/articles";
import { castCtx } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";
import { archiveCategory } from "./archive-category.server";
import { changeCategory } from "./change-category.server";
import { checkLinks } from "./check-links.server";
import { createCategory } from "./create-category.server";
import { getHelpTopic } from "./get-help-topic.server";
import { listBrokenLinks } from "./list-broken-links.server";
import { moveCategory } from "./move-category.server";
import { categoryForm, createCategoryForm } from "./schema";

useArticles();
const ada = () => castCtx("ada");
const stranger = (over: Partial<Ctx> = {}): Ctx => ({ ...systemCtx(), actor: { kind: "anonymous" }, ...over });
const NOT_FOUND = { kind: "not_found" };

/** A topic that everybody may read something in. */
async function open(slug: string): Promise<string> {
  const { categoryId } = await createCategory(ada(), createCategoryForm.parse({ names: { en: slug }, slug }));
  await makePublished({ categoryId, title: `In ${slug}` });
  return categoryId;
}

/** The same, or null where the address is another topic's at that moment. */
const openUnlessTaken = (slug: string) =>
  open(slug).catch((refused: unknown) => {
    if (refused instanceof DomainError && refused.fields.slug === "knowledge:error.categorySlugTaken") return null;
    throw refused;
  });

const rename = (id: string, slug: string) =>
  changeCategory(ada(), id, categoryForm.parse({ names: { en: slug }, slug }));

/** Where an address leads: the topic's id and the address that counts. */
async function at(slug: string, ctx = stranger()): Promise<[string, string]> {
  const topic = await getHelpTopic(ctx, slug);
  return [topic.id, topic.slug];
}

describe("addresses that a topic once had", () => {
  it("lead to the one that counts in every language, through any number of names and back to the first", async () => {
    const id = await open("one");
    for (const slug of ["two", "three"]) await rename(id, slug);
    for (const locale of LOCALES)
      for (const slug of ["one", "two", "three"]) expect(await at(slug, stranger({ locale }))).toEqual([id, "three"]);
    await rename(id, "one");
    for (const slug of ["one", "two", "three"]) expect(await at(slug)).toEqual([id, "one"]);
    await rename(id, "one");
    expect(await database().prisma.articleCategorySlug.count()).toBe(2);
  });

  it("stay where they are when the topic is moved below another one", async () => {
    const [above, id] = [await open("above"), await open("one")];
    await rename(id, "two");
    await moveCategory(ada(), id, { parentId: above });
    for (const slug of ["one", "two"]) expect(await at(slug)).toEqual([id, "two"]);
  });

  it("are another topic's once it takes them, and lead on to that one when it leaves them", async () => {
    const first = await open("fees");
    await rename(first, "prices");
    const second = await open("fees");
    expect(await at("fees")).toEqual([second, "fees"]);
    await rename(second, "terms");
    expect(await at("fees")).toEqual([second, "terms"]);
    expect(await at("prices")).toEqual([first, "prices"]);
  });

  it("never go in a circle where two topics exchange their addresses", async () => {
    const [a, b] = [await open("a"), await open("b")];
    for (const [id, slug] of [
      [a, "c"],
      [b, "a"],
      [a, "b"],
    ] as const)
      await rename(id, slug);
    expect(await at("a")).toEqual([b, "a"]);
    for (const slug of ["b", "c"]) expect(await at(slug)).toEqual([a, "b"]);
  });

  it("tell a reader nothing of a topic in which there is nothing for them, nor of one out of use", async () => {
    const { categoryId } = await createCategory(ada(), createCategoryForm.parse({ names: { en: "Inside" } }));
    const articleId = await makePublished({ categoryId, audience: "agents" });
    await rename(categoryId, "renamed");
    await expect(at("inside")).rejects.toMatchObject(NOT_FOUND);
    expect(await at("inside", castCtx("elena"))).toEqual([categoryId, "renamed"]);

    // Who may not read the topic that took an address is not led to the one that had it before either.
    const had = await open("taken");
    await rename(had, "left");
    await rename(categoryId, "taken");
    await expect(at("taken")).rejects.toMatchObject(NOT_FOUND);
    await expect(at("renamed")).rejects.toMatchObject(NOT_FOUND);

    await database().prisma.article.delete({ where: { id: articleId } });
    await archiveCategory(ada(), categoryId);
    await expect(at("inside", castCtx("elena"))).rejects.toMatchObject(NOT_FOUND);
  });

  it("of one who gives an address up and one who takes it at once: it is the taker's, or the taker is refused", async () => {
    for (let i = 0; i < 5; i++) {
      const [from, to] = [`from-${i}`, `to-${i}`];
      const id = await open(from);
      const [, taker] = await Promise.all([rename(id, to), openUnlessTaken(from)]);
      expect(await at(from)).toEqual(taker ? [taker, from] : [id, to]);
    }
  });

  it("are sound in an article's links, as long as they lead somewhere", async () => {
    const id = await open("one");
    await makePublished({
      categoryId: await makeCategory({ name: "Links" }),
      markdown: "[x](/help/it/topics/one) [y](/help/en/topics/never)",
    });
    await rename(id, "two");
    const broken = async () => {
      await checkLinks(systemCtx());
      return (await listBrokenLinks(ada(), null)).rows.map(({ url }) => url);
    };
    expect(await broken()).toEqual(["/help/en/topics/never"]);
    await database().prisma.article.deleteMany({ where: { categoryId: id } });
    await archiveCategory(ada(), id);
    expect((await broken()).toSorted()).toEqual(["/help/en/topics/never", "/help/it/topics/one"]);
  });
});
