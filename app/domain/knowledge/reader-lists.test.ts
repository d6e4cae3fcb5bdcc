import { beforeAll, expect, test } from "vitest";
import { castCtx } from "#tests/support/cast";
import { makeArticle, makeTopic } from "#tests/support/help-articles";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { getHelpArticle } from "./get-help-article.server";
import { getHelpHome } from "./get-help-home.server";
import { getHelpTopic } from "./get-help-topic.server";
import { listDeskNews } from "./list-desk-news.server";
import { listFaqs } from "./list-faqs.server";
import { listNews } from "./list-news.server";
import { listOpenProblems } from "./list-open-problems.server";
import { listSitemap } from "./list-sitemap.server";
import { newsForm } from "./news-schema";
import { publishNews } from "./publish-news.server";
import { saveNews } from "./save-news.server";

useDatabase();

let topic = "";
const none = { en: "", it: "", ro: "", ru: "" };

async function add(from: number, to: number) {
  for (let i = from; i < to; i++) {
    await makeArticle(topic, [
      { title: `Pump ${i}`, slug: `pump-${i}` },
      { locale: "it", title: `Pompa ${i}`, slug: `pompa-${i}` },
    ]);
    await makeArticle(topic, [{ title: `Why ${i}?`, slug: `why-${i}` }], { kind: "faq" });
    await makeTopic(`part-${i}`, { parentId: topic });
    const titles = { ...none, en: `Late ${i}` };
    const texts = { ...none, en: "Snow on the pass." };
    const { newsId } = await saveNews(
      castCtx("ada"),
      null,
      newsForm.parse({ kind: "problem", topicId: topic, titles, texts }),
    );
    await publishNews(castCtx("ada"), newsId);
  }
}

beforeAll(async () => {
  topic = await makeTopic("pumps");
  await add(0, 1);
});

test("what readers and the desk see of the help centre and its news costs as many statements for many as for one", async () => {
  const giulia = castCtx("giulia");
  const lists: [string, () => Promise<unknown>][] = [
    ["home", () => getHelpHome(giulia)],
    ["topic", () => getHelpTopic(giulia, "pumps")],
    ["article", () => getHelpArticle(giulia, "article", "pump-0")],
    ["faqs", () => listFaqs(giulia)],
    ["news", () => listNews(giulia, null)],
    ["problems", () => listOpenProblems(giulia)],
    ["desk news", () => listDeskNews(castCtx("ada"), null)],
    ["sitemap", () => listSitemap(giulia, 1)],
  ];
  const costs = async () => {
    const counted: Record<string, number> = {};
    for (const [name, read] of lists) counted[name] = await countStatements(read);
    return counted;
  };
  const ofOne = await costs();
  await add(1, 8);
  expect(await costs()).toEqual(ofOne);
  expect(Math.max(...Object.values(ofOne))).toBeLessThanOrEqual(2);
});

test("a known problem stays on the first page however much news came after it, at most three of them", async () => {
  const { problems, news } = await getHelpHome(castCtx("giulia"));
  expect(problems).toHaveLength(3);
  const [newest] = problems;
  for (let i = 0; i < 5; i++) {
    const titles = { ...none, en: `Fair ${i}` };
    const form = newsForm.parse({ kind: "news", topicId: topic, titles, texts: { ...none, en: "In Cluj." } });
    await publishNews(castCtx("ada"), (await saveNews(castCtx("ada"), null, form)).newsId);
  }
  const later = await getHelpHome(castCtx("giulia"));
  expect(news.map(({ id }) => id)).toContain(newest?.id);
  expect(later.news.map(({ id }) => id)).not.toContain(newest?.id);
  expect(later.problems).toEqual(problems);
});

test("a topic shows the first articles of each topic below it; questions where it has no articles", async () => {
  const above = await makeTopic("above");
  const both = await makeTopic("both", { parentId: above });
  const asked = await makeTopic("asked", { parentId: above });
  await makeArticle(both, [{ title: "For agents", slug: "for-agents" }], { audience: "agents" });
  await makeArticle(both, [{ title: "Is it loud?", slug: "is-it-loud" }], { kind: "faq" });
  for (let i = 0; i < 6; i++) await makeArticle(both, [{ title: `Seal ${i}`, slug: `seal-${i}` }]);
  await makeArticle(asked, [{ title: "Who pays?", slug: "who-pays" }], { kind: "faq" });
  const { subtopics } = await getHelpTopic({ ...castCtx("giulia"), locale: "it" }, "above");
  const shown = Object.fromEntries(subtopics.map(({ slug, first }) => [slug, first.map((link) => link.title)]));
  expect(shown.both).toHaveLength(4);
  expect(shown.both?.every((title) => title.startsWith("Seal"))).toBe(true);
  expect(shown.asked).toEqual(["Who pays?"]);
  expect(subtopics.find(({ slug }) => slug === "both")?.count).toBe(7);
});
