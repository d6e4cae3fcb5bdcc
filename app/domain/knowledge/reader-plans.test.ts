import { beforeAll, expect, test } from "vitest";
import { articleSlug, loadArticles } from "#tests/bench/load/articles.mjs";
import { explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { findHelpVersion } from "./find-help-version.server";
import { getHelpArticle } from "./get-help-article.server";
import { getHelpHome } from "./get-help-home.server";
import { getHelpTopic } from "./get-help-topic.server";
import { listFaqs } from "./list-faqs.server";
import { listNews } from "./list-news.server";

useDatabase();

beforeAll(() => loadArticles(process.env.DATABASE_URL ?? ""), 120_000);

const stranger = (): Ctx => systemCtx({ actor: { kind: "anonymous" } });

/** Blocks of 8 kB that a page may read with ten thousand articles; the index that leads to its articles. */
test.each<[string, number, string | null, () => Promise<unknown>]>([
  [
    "the state of an article",
    40,
    "article_slug_pkey",
    () => findHelpVersion(stranger(), "article", articleSlug("en", 35)),
  ],
  [
    "an article",
    1_500,
    "article_category_id_kind_position_id_idx",
    () => getHelpArticle(stranger(), "article", articleSlug("en", 35)),
  ],
  ["a topic", 4_000, "article_category_id_kind_position_id_idx", () => getHelpTopic(stranger(), "bench-topic-1-2")],
  [
    "a topic of topics",
    12_000,
    "article_category_id_kind_position_id_idx",
    () => getHelpTopic(stranger(), "bench-topic-1-0"),
  ],
  ["questions", 6_000, "article_category_id_kind_position_id_idx", () => listFaqs(stranger())],
  ["the start", 60_000, "article_popular", () => getHelpHome(stranger())],
  ["news", 40, null, () => listNews(stranger(), null)],
])("%s: by an index, and no table of articles is read whole", async (_, most, index, read) => {
  const statements = await statementsOf(read);
  expect(statements).toHaveLength(1);
  const plan = await explain(statements[0]!);
  expect(plan.scanned.filter((table) => /^article(_text|_version|_slug|_related)?$/.test(table))).toEqual([]);
  expect(plan.buffers).toBeLessThan(most);
  expect(plan.indexes).toEqual(expect.arrayContaining(index ? [index] : []));
});

test("many strangers cost one reading of what they are all shown", async () => {
  const home = () => getHelpHome({ ...stranger(), locale: "ro" });
  expect(await statementsOf(() => Promise.all([home(), home(), home()]))).toHaveLength(1);
  const staff: Ctx = systemCtx({ locale: "ro" });
  expect(await statementsOf(() => Promise.all([getHelpHome(staff), getHelpHome(staff)]))).toHaveLength(2);
});
