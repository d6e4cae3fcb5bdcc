import { describe, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { editorCtx, makeArticle, makeCategory, makePublished } from "#tests/support/articles";
import { castCtx } from "#tests/support/cast";
import { countStatements } from "#tests/support/statements";
import { useArticles } from "#tests/support/use-articles";
import { archiveCategory } from "./archive-category.server";
import { categoryMark } from "./category-mark.server";
import { changeCategory } from "./change-category.server";
import { createCategory } from "./create-category.server";
import { deleteArticle } from "./delete-article.server";
import { listCategoryTree } from "./list-category-tree.server";
import { moveCategory } from "./move-category.server";
import { restoreArticle } from "./restore-article.server";
import { restoreCategory } from "./restore-category.server";
import { categoryForm, createCategoryForm } from "./schema";

useArticles();
const ada = () => castCtx("ada");
const refused = (field: string, code: string) => ({ fields: { [field]: `knowledge:error.${code}` } });
const tree = async () =>
  (await listCategoryTree(ada())).map(({ level, names, articles }) => `${level} ${names.en} ${articles}`);

describe("the tree", () => {
  it("is read in its order by one statement, with how many articles are in each", async () => {
    const a = await makeCategory({ name: "A" });
    const b = await makeCategory({ name: "B", parentId: a });
    await makeCategory({ name: "C" });
    await makeCategory({ name: "D", parentId: a });
    await makeArticle({ categoryId: b });
    await deleteArticle(ada(), await makeArticle({ categoryId: b }));
    expect(await tree()).toEqual(["1 A 0", "2 B 1", "2 D 0", "1 C 0"]);
    expect(await countStatements(() => listCategoryTree(ada()))).toBe(1);
    await expect(listCategoryTree(castCtx("giulia"))).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("is ordered and moved; four levels and no circle", async () => {
    const [a, b, c] = [
      await makeCategory({ name: "A" }),
      await makeCategory({ name: "B" }),
      await makeCategory({ name: "C" }),
    ];
    await moveCategory(ada(), c, { parentId: null, position: 0 });
    expect(await tree()).toEqual(["1 C 0", "1 A 0", "1 B 0"]);
    await moveCategory(ada(), b, { parentId: a });
    const d = await makeCategory({ name: "D", parentId: b });
    await makeCategory({ name: "E", parentId: d });
    expect(await tree()).toEqual(["1 C 0", "1 A 0", "2 B 0", "3 D 0", "4 E 0"]);
    await expect(moveCategory(ada(), a, { parentId: d })).rejects.toMatchObject(refused("parentId", "categoryCircle"));
    await expect(moveCategory(ada(), a, { parentId: a })).rejects.toMatchObject(refused("parentId", "categoryCircle"));
    await expect(moveCategory(ada(), a, { parentId: c })).rejects.toMatchObject(refused("parentId", "categoryDepth"));
    const fifth = makeCategory({ name: "F", parentId: (await listCategoryTree(ada())).at(-1)!.id });
    await expect(fifth).rejects.toMatchObject(refused("parentId", "categoryDepth"));
  });

  it("of two moves that would close a circle together one is refused", async () => {
    for (let i = 0; i < 3; i++) {
      const [a, b] = [await makeCategory({ name: `A${i}` }), await makeCategory({ name: `B${i}` })];
      const both = await Promise.allSettled([
        moveCategory(ada(), a, { parentId: b }),
        moveCategory(ada(), b, { parentId: a }),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    }
  });
});

describe("a category", () => {
  const create = (facts: object) => createCategory(ada(), createCategoryForm.parse(facts));

  it("needs a name, has an address of its own, and is written by editors", async () => {
    await expect(create({ names: { it: " " } })).rejects.toMatchObject(refused("names", "categoryName"));
    const { categoryId } = await create({ names: { ro: "Livrări și retururi" } });
    expect((await listCategoryTree(ada()))[0]).toMatchObject({ slug: "livrari-si-retururi", icon: "book" });
    const taken = create({ names: { en: "x" }, slug: "livrari-si-retururi" });
    await expect(taken).rejects.toMatchObject(refused("slug", "categorySlugTaken"));
    const form = categoryForm.parse({
      names: { en: "Deliveries" },
      slug: "deliveries",
      icon: "truck",
      needsReview: true,
    });
    await expect(changeCategory(castCtx("elena"), categoryId, form)).rejects.toMatchObject({ kind: "forbidden" });
    await changeCategory(editorCtx("sara"), categoryId, form);
    await changeCategory(editorCtx("sara"), categoryId, form);
    expect((await listCategoryTree(ada()))[0]).toMatchObject({ ...form, names: { en: "Deliveries" } });
  });

  it("is moved and renamed at once or not at all, and only as it was shown", async () => {
    const [above, id] = [await makeCategory({ name: "Above" }), await makeCategory({ name: "Fees" })];
    const shown = async () => (await listCategoryTree(ada())).find((node) => node.id === id)!;
    const first = await shown();
    const seen = categoryMark(first);
    const taken = categoryForm.parse({ names: { en: "Prices" }, slug: "above" });
    const place = { parentId: above, seen };
    await expect(changeCategory(ada(), id, taken, place)).rejects.toMatchObject(refused("slug", "categorySlugTaken"));
    expect(await shown()).toEqual(first);

    const words = { names: { en: "Prices", it: "Prezzi" }, descriptions: { en: "What it costs" }, slug: "prices" };
    await changeCategory(editorCtx("sara"), id, categoryForm.parse(words), place);
    expect(await shown()).toMatchObject({ ...words, parentId: above });
    const stale = changeCategory(ada(), id, categoryForm.parse({ names: { en: "Tariffs" } }), { parentId: null, seen });
    await expect(stale).rejects.toMatchObject({ kind: "conflict", code: "knowledge:error.moved" });
    expect(await shown()).toMatchObject({ ...words, parentId: above });
    await changeCategory(ada(), id, categoryForm.parse({ ...words, needsReview: true }), {
      seen: categoryMark(await shown()),
    });
    expect(await shown()).toMatchObject({ ...words, parentId: above, needsReview: true });
  });

  it("renamed or moved has its published articles read again by the search index, those below it too", async () => {
    const a = await makeCategory({ name: "A" });
    const b = await makeCategory({ name: "B", parentId: a });
    const articleId = await makePublished({ categoryId: b });
    await makeArticle({ categoryId: b });
    const changes = () => database().prisma.searchChange.findMany({ select: { groupId: true } });
    await database().prisma.searchChange.deleteMany();
    await changeCategory(ada(), a, categoryForm.parse({ names: { en: "Renamed" } }));
    expect(await changes()).toEqual([{ groupId: articleId }]);
    await moveCategory(ada(), b, { parentId: null });
    expect(await changes()).toHaveLength(2);
    await moveCategory(ada(), b, { parentId: null, position: 0 });
    expect(await changes()).toHaveLength(2);
  });

  it("is archived only when it is empty, and takes nothing in then", async () => {
    const a = await makeCategory({ name: "A" });
    const b = await makeCategory({ name: "B", parentId: a });
    const articleId = await makeArticle({ categoryId: b });
    const full = { code: "knowledge:error.categoryNotEmpty" };
    await expect(archiveCategory(ada(), a)).rejects.toMatchObject(full);
    await expect(archiveCategory(ada(), b)).rejects.toMatchObject(full);
    await deleteArticle(ada(), articleId);
    for (const id of [b, b, a]) await archiveCategory(ada(), id);
    const archived = refused("categoryId", "categoryArchived");
    await expect(makeArticle({ categoryId: b })).rejects.toMatchObject(archived);
    await expect(restoreArticle(ada(), { articleId })).rejects.toMatchObject(archived);
    const under = refused("parentId", "categoryArchived");
    await expect(makeCategory({ name: "C", parentId: a })).rejects.toMatchObject(under);
    await expect(restoreCategory(ada(), b)).rejects.toMatchObject(under);
    for (const id of [a, b]) await restoreCategory(ada(), id);
    await restoreArticle(ada(), { articleId });
  });

  it("and an article that comes in at the same moment: one of them is refused", async () => {
    for (let i = 0; i < 5; i++) {
      const categoryId = await makeCategory({ name: `A${i}` });
      await Promise.allSettled([makeArticle({ categoryId }), archiveCategory(ada(), categoryId)]);
      const found = await database().prisma.articleCategory.findUniqueOrThrow({
        where: { id: categoryId },
        select: { archivedAt: true, _count: { select: { articles: true } } },
      });
      expect(found.archivedAt === null || found._count.articles === 0).toBe(true);
    }
  });
});
