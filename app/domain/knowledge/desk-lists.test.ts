import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import {
  clearArticles,
  editorCtx,
  makeArticle,
  makeCategory,
  makePublished,
  writeDraft,
} from "#tests/support/articles";
import { cast, castCtx, STORY_TIME } from "#tests/support/cast";
import { countStatements, explain, statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { deleteArticle } from "./delete-article.server";
import { getArticleForDesk } from "./get-article-for-desk.server";
import { listArticleVersions } from "./list-article-versions.server";
import { type ArticleFilter, listArticles } from "./list-articles.server";
import { listBrokenLinks } from "./list-broken-links.server";
import { listReviewsForMe } from "./list-reviews-for-me.server";
import { publishText } from "./publish-text.server";
import { requestReview } from "./request-review.server";
import { startTranslation } from "./start-translation.server";

useDatabase();
const db = () => database().prisma;
const ada = (minutes = 0) => ({ ...castCtx("ada"), now: new Date(Date.parse(STORY_TIME) + minutes * 60_000) });
const titles = async (filter: Partial<ArticleFilter> = {}, ctx = ada()) =>
  (await listArticles(ctx, { after: null, ...filter })).rows.map(({ texts }) => texts[0]!.title);
let parentId: string;
let childId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  freezeClock(STORY_TIME);
  await clearArticles();
  parentId = await makeCategory({ name: "Pumps" });
  childId = await makeCategory({ name: "Repairs", parentId });
  const other = await makeCategory({ name: "Billing" });
  ids.draft = await makeArticle({ categoryId: childId, title: "Draft" }, { ...editorCtx("sara"), now: ada(1).now });
  ids.out = await makePublished({ categoryId: parentId, title: "Published 100%" }, ada(2));
  ids.changed = await makePublished({ categoryId: other, title: "Changed", kind: "faq" }, ada(3));
  await writeDraft(ada(3), ids.changed, { markdown: "More" });
  ids.stale = await makePublished({ categoryId: other, title: "Stale" }, ada(4));
  await startTranslation(ada(4), { articleId: ids.stale, locale: "it" });
  await writeDraft(ada(4), ids.stale, { markdown: "More" });
  await publishText(ada(4), { articleId: ids.stale, locale: "en" });
  ids.due = await makeArticle({ categoryId: other, title: "Due", reviewBy: new Date(STORY_TIME) }, ada(5));
  ids.review = await makeArticle({ categoryId: other, title: "In review", ownerId: cast.sara.id }, ada(6));
  await requestReview(ada(6), { articleId: ids.review, locale: "en" });
  ids.later = await makeArticle({ categoryId: other, title: "Scheduled" }, ada(7));
  await publishText(ada(7), { articleId: ids.later, locale: "en", at: ada(60).now });
  ids.gone = await makePublished({ categoryId: other, title: "Deleted" }, ada(8));
  await deleteArticle(ada(8), ids.gone);
});

describe("the desk's list", () => {
  it.each<[string, Partial<ArticleFilter>, string[]]>([
    ["all but deleted", {}, ["Scheduled", "In review", "Due", "Stale", "Changed", "Published 100%", "Draft"]],
    ["draft", { state: "draft" }, ["Scheduled", "In review", "Due", "Stale", "Draft"]],
    ["draft in English", { state: "draft", locale: "en" }, ["Scheduled", "In review", "Due", "Draft"]],
    ["in review", { state: "in_review" }, ["In review"]],
    ["published", { state: "published" }, ["Stale", "Changed", "Published 100%"]],
    ["unpublished changes", { state: "changes" }, ["Changed"]],
    ["scheduled", { state: "scheduled" }, ["Scheduled"]],
    ["stale", { state: "stale" }, ["Stale"]],
    ["to be looked over", { state: "review_due" }, ["Due"]],
    ["deleted", { state: "deleted" }, ["Deleted"]],
    ["with an Italian text", { locale: "it" }, ["Stale"]],
    ["questions", { kind: "faq" }, ["Changed"]],
    ["words, which are no pattern", { words: "0%" }, ["Published 100%"]],
    ["nothing", { words: "_" }, []],
  ])("shows %s", async (_, filter, expected) => expect(await titles(filter)).toEqual(expected));

  it("shows a category with all that lies in it, and what is mine", async () => {
    expect(await titles({ categoryId: parentId })).toEqual(["Published 100%", "Draft"]);
    expect(await titles({ categoryId: childId })).toEqual(["Draft"]);
    expect(await titles({ mine: true }, editorCtx("sara"))).toEqual(["In review", "Draft"]);
    expect(await titles({ mine: true }, castCtx("elena"))).toEqual([]);
    await expect(listArticles(castCtx("giulia"), { after: null })).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("says of each row how its languages stand", async () => {
    const { rows } = await listArticles(ada(), { state: "stale", after: null });
    expect(rows).toMatchObject([
      {
        id: ids.stale,
        categoryNames: { en: "Billing" },
        audience: "public",
        owner: null,
        reviewBy: null,
        texts: [
          { locale: "en", work: "none", published: true, scheduled: false, ending: false, stale: false },
          { locale: "it", work: "draft", published: false, scheduled: false, ending: false, stale: true },
        ],
      },
    ]);
  });
});

describe("what the screens cost", () => {
  it("few statements, whatever there is to show", async () => {
    const articleId = ids.stale!;
    expect(await countStatements(() => listArticles(ada(), { state: "published", after: null }))).toBe(1);
    expect(await countStatements(() => getArticleForDesk(ada(), { articleId, locale: "it" }))).toBe(2);
    expect(await countStatements(() => listArticleVersions(ada(), { articleId, locale: "en" }))).toBe(1);
    expect(await countStatements(() => listReviewsForMe(ada(), null))).toBe(1);
    expect(await countStatements(() => listBrokenLinks(ada(), null))).toBe(1);
  });

  it("with ten thousand articles too: pages follow an index, forth and back, and miss nothing", async () => {
    await many(10_000, childId);
    for (const filter of [{}, { state: "published" }, { locale: "en" }] as const) {
      const [statement] = await statementsOf(() => listArticles(ada(), { ...filter, after: null }));
      const plan = await explain(statement!);
      expect(plan.indexes).toContain("article_activity_at_id_idx");
      expect(plan.scanned).not.toContain("article");
      expect(plan.buffers).toBeLessThan(2_000);
    }
    const [one] = await statementsOf(() => getArticleForDesk(ada(), { articleId: ids.stale! }));
    expect((await explain(one!)).scanned.filter((table) => table.startsWith("article"))).toEqual([]);

    const seen: string[] = [];
    let page = await listArticles(ada(), { after: null });
    for (let i = 0; i < 4; i++) {
      seen.push(...page.rows.map(({ id }) => id));
      page = await listArticles(ada(), { after: page.next });
    }
    expect(new Set(seen).size).toBe(100);
    const back = await listArticles(ada(), { after: page.previous });
    expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(75));
    const rare = performance.now();
    expect(await titles({ state: "stale" })).toEqual(["Stale"]);
    expect(await titles({ words: "In rev" })).toEqual(["In review"]);
    expect(performance.now() - rare).toBeLessThan(1_500);
  });

  it("reads versions in pages", async () => {
    const text = await db().articleText.findFirstOrThrow({ where: { articleId: ids.draft!, locale: "en" } });
    await db().articleVersion.createMany({
      data: Array.from({ length: 30 }, (_, i) => ({
        id: newId(),
        textId: text.id,
        number: i + 1,
        title: `T${i}`,
        slug: "x",
        summary: "",
        keywords: "",
        markdown: "x",
        html: "x",
        plain: "x",
        headings: [],
        createdAt: ada(i).now,
      })),
    });
    const query = { articleId: ids.draft!, locale: "en" };
    const first = await listArticleVersions(ada(), query);
    expect([first.rows.length, first.rows[0]!.number, first.next]).toEqual([25, 30, 6]);
    const second = await listArticleVersions(ada(), { ...query, before: first.next });
    expect(second.rows.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(second.next).toBeNull();
  });
});

/** Published articles without a story, written straight into the tables. */
async function many(count: number, categoryId: string): Promise<void> {
  await database().pool.query(
    `with a as (
       insert into article (id, kind, category_id, position, source_locale, created_at, activity_at)
       select gen_random_uuid(), 'article', $1, n, 'en', $2, $2::timestamptz - n * interval '1 minute'
       from generate_series(1, $3::int) n returning id
     ), t as (
       insert into article_text (id, article_id, locale, work) select gen_random_uuid(), id, 'en', 'none' from a returning id
     ), d as (
       insert into article_draft (text_id, title, slug, markdown, updated_at, author_ids)
       select id, 'Article ' || id, '', 'x', $2, '{}' from t
     ) insert into article_version (id, text_id, number, title, slug, summary, keywords, markdown, html, plain, headings, created_at, author_ids)
       select id, id, 1, 'Article ' || id, '', '', '', 'x', 'x', 'x', '[]', $2, '{}' from t`,
    [categoryId, new Date(STORY_TIME), count],
  );
  await database().pool.query(
    "update article_text set published_version_id = id where published_version_id is null and id in (select id from article_version)",
  );
  await database().pool.query("analyze article, article_text, article_draft, article_version");
}
