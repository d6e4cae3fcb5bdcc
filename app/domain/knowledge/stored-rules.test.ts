import { beforeAll, expect, it } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import type { Actor } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { makeArticle, makeCategory, makePublished } from "#tests/support/articles";
import { castActor, castCtx, organizations, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { deleteArticle } from "./delete-article.server";
import { visibleArticles } from "./visible.server";

useDatabase();
const sql = async (text: string) => (await database().pool.query(text)).rows;
let categoryId: string;

beforeAll(async () => {
  freezeClock(STORY_TIME);
  categoryId = await makeCategory({ name: "Deliveries" });
});

it("has the partial indexes that lists and rules rest on", async () => {
  const rows = await sql(
    "select indexname as name from pg_indexes where tablename like 'article%' and indexdef like '% WHERE %' order by 1",
  );
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "article_link_broken",
      "article_mark_open",
      "article_review_open",
      "article_slug_current",
      "article_text_in_review",
      "article_text_published",
      "article_text_stale",
    ]),
  );
});

it("refuses, also past the commands, a schedule without a version, an article related to itself, two open reviews, two current addresses", async () => {
  const articleId = await makePublished({ categoryId });
  const [{ id: textId, published_version_id: versionId }] = await sql("select * from article_text");
  const refused = (text: string, rule: string) => expect(sql(text)).rejects.toThrow(rule);
  await refused("update article_text set publish_at = now()", "article_text_schedule");
  const related = `insert into article_related values ('${articleId}', '${articleId}', 0, true)`;
  await refused(related, "article_related_other");
  const review = `insert into article_review (id, text_id, version_id, requested_at)
    values (gen_random_uuid(), '${textId}', '${versionId}', now())`;
  await refused(`${review}, (gen_random_uuid(), '${textId}', '${versionId}', now())`, "article_review_open");
  const slug = `insert into article_slug values ('en', 'another', '${textId}', true, now())`;
  await refused(slug, "article_slug_current");
});

it("says who may read which article: the public, customers, members of its organizations, staff; never one in the bin", async () => {
  await database().prisma.article.deleteMany();
  const make = (title: string, facts: object = {}) => makeArticle({ categoryId, title, ...facts });
  await make("public");
  await make("customers", { audience: "customers" });
  await make("marchetti", { audience: "organizations", organizationIds: [organizations.marchetti.id] });
  await make("tanaka", { audience: "organizations", organizationIds: [organizations.tanaka.id] });
  await make("agents", { audience: "agents" });
  await deleteArticle(castCtx("ada"), await make("deleted"));
  const read = async (actor: Actor) => {
    const rows = await database().prisma.$queryRaw<{ title: string }[]>`
      select d.title from article a join article_text t on t.article_id = a.id join article_draft d on d.text_id = t.id
      where ${visibleArticles(actor)} order by a.position`;
    return rows.map(({ title }) => title);
  };
  expect(await read({ kind: "anonymous" })).toEqual(["public"]);
  expect(await read(castActor("giulia"))).toEqual(["public", "customers", "marchetti"]);
  expect(await read(castActor("paolo"))).toEqual(["public", "customers", "marchetti"]);
  expect(await read(castActor("hana"))).toEqual(["public", "customers", "tanaka"]);
  const all = ["public", "customers", "marchetti", "tanaka", "agents"];
  for (const actor of [castActor("elena"), castActor("ada"), { kind: "system" } as const])
    expect(await read(actor)).toEqual(all);
});
