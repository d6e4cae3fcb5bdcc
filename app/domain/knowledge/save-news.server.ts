import "./news-events";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockNews } from "./internal/lock-news.server";
import { renderNews } from "./internal/render-news.server";
import { assertWritesNews } from "./news-policy";
import { firstLocale, type NewsForm } from "./news-schema";
import { slugify } from "./slug";

/**
 * Makes a draft, or changes news in whatever state: readers of what is out see the new words at once and are not told
 * again. The address follows from the first title and stays. Answers the id.
 */
export async function saveNews(ctx: Ctx, newsId: string | null, form: NewsForm): Promise<string> {
  assertWritesNews(ctx.actor);
  const texts = await renderNews(form.titles, form.texts);
  const sourceLocale = firstLocale(form.titles);
  return inTransaction(ctx, async (ctx) => {
    const id = newsId ?? newId(ctx.now.getTime());
    const organizationIds = await checkOrganizations(ctx, form);
    await checkTopic(ctx, form);
    if (newsId) await lockNews(ctx, newsId);
    const { kind, topicId, audience } = form;
    const columns = { kind, topicId, audience, texts, sourceLocale };
    if (newsId) await ctx.db.news.update({ where: { id }, data: columns });
    else {
      const slug = await freeSlug(ctx, slugify(form.titles[sourceLocale]) || "news");
      const createdById = actorPersonId(ctx);
      await ctx.db.news.create({ data: { id, ...columns, slug, createdAt: ctx.now, createdById } });
    }
    await ctx.db.newsOrganization.deleteMany({ where: { newsId: id } });
    await ctx.db.newsOrganization.createMany({
      data: organizationIds.map((organizationId) => ({ newsId: id, organizationId })),
    });
    await recordEvent(ctx, "news.saved", {}, { newsId: id });
    markChanged(ctx, "news", id);
    return id;
  });
}

/** The organizations that count, each once: only the audience of that name has some. Refuses one that is gone. */
async function checkOrganizations(ctx: Ctx, { audience, organizationIds }: NewsForm): Promise<string[]> {
  const ids = audience === "organizations" ? [...new Set(organizationIds)] : [];
  const there = ids.length ? await ctx.db.organization.count({ where: { id: { in: ids } } }) : 0;
  if (there < ids.length) throw invalid("common:error.checkFields", { organizationIds: "common:error.invalid" });
  return ids;
}

/** Refuses a topic that is not there. */
async function checkTopic(ctx: Ctx, { topicId: id }: NewsForm): Promise<void> {
  if (id && !(await ctx.db.articleCategory.count({ where: { id } })))
    throw invalid("common:error.checkFields", { topicId: "common:error.invalid" });
}

/** The slug, or with the first free number behind it; of two who choose at once the second sees what the first took. */
async function freeSlug(ctx: Ctx, slug: string): Promise<string> {
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtext('news_slug'))`;
  const taken = await ctx.db.news.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const all = new Set(taken.map((row) => row.slug));
  let free = slug;
  for (let n = 2; all.has(free); n++) free = `${slug}-${n}`;
  return free;
}
