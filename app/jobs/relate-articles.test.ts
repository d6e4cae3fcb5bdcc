import { beforeAll, expect, test } from "vitest";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { type ArticleForm, createArticleForm, createCategoryForm } from "~/domain/knowledge/schema";
import { changeProfile } from "~/domain/identity/change-profile.server";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, STORY_TIME } from "#tests/support/cast";
import { catchUp, finds } from "#tests/support/searching";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { registry } from "./registry.server";

useDatabase();
beforeAll(() => void freezeClock(STORY_TIME));

let categoryId: string;
async function publish(title: string, markdown: string, over: Partial<ArticleForm> = {}): Promise<string> {
  const ctx = castCtx("ada");
  const form = { kind: "article", categoryId, locale: "en", title, markdown, ...over };
  const { articleId } = await createArticle(ctx, createArticleForm.parse(form));
  await publishText(ctx, { articleId, locale: "en" });
  return articleId;
}

/** Has the job hear of the event. */
async function hear(job: string, type: string, data: { path: string[]; equals: string } | undefined): Promise<void> {
  const event = await database().prisma.event.findFirstOrThrow({ where: { type, data } });
  await registry.get(job)?.run(systemCtx(), { eventId: event.id });
}

test("a published article is related to what is like it, and a public one to nothing that only agents read", async () => {
  ({ categoryId } = await createCategory(castCtx("ada"), createCategoryForm.parse({ names: { en: "Pumps" } })));
  const seal = await publish("Replace a shaft seal", "Close the valves and take the worn seal out of the pump.");
  await publish("Margins on shaft seals", "What a pump seal costs us.", { audience: "agents" });
  await publish("Read an invoice", "Every invoice names its order.");
  await catchUp();
  const leak = await publish("A shaft seal leaks", "When the seal of the pump leaks, the worn seal is replaced.");
  for (let i = 0; i < 2; i++)
    await hear("search.relate-article", "article.published", { path: ["articleId"], equals: leak });
  const related = await database().prisma.articleRelated.findMany({ where: { articleId: leak } });
  expect(related.map(({ relatedId, position, chosen }) => [relatedId, position, chosen])[0]).toEqual([seal, 0, false]);
  const audiences = await database().prisma.article.findMany({
    where: { id: { in: related.map(({ relatedId }) => relatedId) } },
    select: { audience: true },
  });
  expect(audiences.map(({ audience }) => audience)).not.toContain("agents");
});

test("a new name finds the tickets of its person", async () => {
  const { ticketId } = await openGiulias();
  await catchUp();
  expect(await finds(castCtx("sara"), "fumagalli", { kinds: ["ticket"] })).toEqual([]);
  await changeProfile(castCtx("giulia"), cast.giulia.id, { name: "Giulia Fumagalli" });
  await hear("search.follow-name", "person.profile_changed", undefined);
  await catchUp();
  expect(await finds(castCtx("sara"), "fumagalli", { kinds: ["ticket"] })).toEqual([`ticket:${ticketId}`]);
});
