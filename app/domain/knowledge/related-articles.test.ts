import { beforeEach, expect, it } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { editorCtx, makeArticle, makeCategory } from "#tests/support/articles";
import { castCtx } from "#tests/support/cast";
import { useArticles } from "#tests/support/use-articles";
import { deleteArticle } from "./delete-article.server";
import { MAX_RELATED } from "./schema";
import { setRelatedArticles } from "./set-related-articles.server";

useArticles();
const ada = () => castCtx("ada");
let of: string;
let others: string[];

beforeEach(async () => {
  const categoryId = await makeCategory({ name: "Deliveries" });
  of = await makeArticle({ categoryId });
  others = [];
  for (let i = 0; i <= MAX_RELATED; i++) others.push(await makeArticle({ categoryId, title: `Other ${i}` }));
});

const choose = (related: Parameters<typeof setRelatedArticles>[2]) =>
  setRelatedArticles(ada(), of, related, { chosen: true });
const find = (ids: readonly string[]) => setRelatedArticles(systemCtx(), of, ids, { chosen: false });

/** What stands there: where each is among the others, and whether somebody chose it. */
async function related(): Promise<[number, boolean][]> {
  const rows = await database().prisma.articleRelated.findMany({
    where: { articleId: of },
    orderBy: { position: "asc" },
  });
  return rows.map(({ relatedId, chosen }) => [others.indexOf(relatedId), chosen]);
}

it("an editor's choice replaces what was found, which never replaces a choice; an empty one gives the place back", async () => {
  const [a, b, c] = others as [string, string, string];
  await find([a, b]);
  expect(await related()).toEqual([
    [0, false],
    [1, false],
  ]);
  await choose([c, a]);
  await find([b]);
  expect(await related()).toEqual([
    [2, true],
    [0, true],
  ]);
  await choose([]);
  await find([b]);
  expect(await related()).toEqual([[1, false]]);
});

it("the article itself, what is deleted and what is too many is left out", async () => {
  await deleteArticle(ada(), others[0]!);
  await choose([of, others[1]!, others[1]!, ...others]);
  const rest = others.map((_, i) => i).slice(1, MAX_RELATED + 1);
  expect(await related()).toEqual(rest.map((i) => [i, true]));
});

it("a change counts upon what is chosen at that moment: of two at once both have their way", async () => {
  const [a, b, c] = others as [string, string, string];
  await find([c]);
  const add = (id: string) => choose((chosen) => [...chosen, id]);
  await Promise.all([add(a), add(b)]);
  expect((await related()).toSorted()).toEqual([
    [0, true],
    [1, true],
  ]);
  await deleteArticle(ada(), a);
  await choose((chosen) => [c, ...chosen]);
  expect(await related()).toEqual([
    [2, true],
    [1, true],
  ]);
});

it("is for who publishes", async () => {
  for (const ctx of [castCtx("elena"), castCtx("giulia")])
    await expect(setRelatedArticles(ctx, of, [], { chosen: true })).rejects.toMatchObject({ kind: "forbidden" });
  await setRelatedArticles(editorCtx("elena"), of, [others[0]!], { chosen: true });
  expect(await related()).toEqual([[0, true]]);
});
