import { beforeAll, expect, test } from "vitest";
import { castCtx, organizations } from "#tests/support/cast";
import { makeArticle, makeTopic } from "#tests/support/help-articles";
import { useDatabase } from "#tests/support/use-database";
import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { listPopularArticles } from "./list-popular-articles.server";

useDatabase();

beforeAll(async () => {
  const topic = await makeTopic("pumps");
  const read = async (slug: string, views: number, over: Parameters<typeof makeArticle>[2] = {}, locale = "en") => {
    const { articleId } = await makeArticle(topic, [{ title: slug, slug, locale }], over);
    await database().prisma.article.update({ where: { id: articleId }, data: { views } });
  };
  await read("a", 5);
  await read("b", 9, { kind: "faq" });
  await read("c", 7, {}, "it");
  await read("d", 2);
  await read("e", 1);
  await read("never-read", 0);
  await read("members", 99, { audience: "organizations", organizationIds: [organizations.marchetti.id] });
  await read("staff", 98, { audience: "agents" });
  await read("deleted", 97, { deleted: true });
});

const slugs = async (ctx: Ctx) => (await listPopularArticles(ctx)).map(({ slug }) => slug);

test("the three that others read most, of those that the reader may see", async () => {
  expect(await slugs(castCtx("hana"))).toEqual(["b", "c", "a"]);
  expect(await slugs({ ...castCtx("hana"), actor: { kind: "anonymous" } })).toEqual(["b", "c", "a"]);
  expect(await slugs(castCtx("giulia"))).toEqual(["members", "b", "c"]);
  expect((await listPopularArticles(castCtx("hana")))[1]).toMatchObject({ kind: "article", locale: "it", title: "c" });
});
