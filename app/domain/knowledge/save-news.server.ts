import { isDeepStrictEqual } from "node:util";
import "./news-events";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertUnmoved } from "./internal/assert-unmoved.server";
import { lockNews } from "./internal/lock-news.server";
import { renderNews } from "./internal/render-news.server";
import { assertWritesNews } from "./news-policy";
import { firstLocale, type NewsForm } from "./news-schema";
import { slugify } from "./slug";

/**
 * Makes a draft, or changes news in whatever state: readers of what is out see the new words at once and are not told
 * again. The address follows from the first title and stays. A change names the revision it began from: news that
 * somebody saved since are left as they are, the conflict `news:error.moved` (`name`, `revision`). The same words change
 * nothing. Answers the id and the revision by now.
 */
export async function saveNews(
  ctx: Ctx,
  seen: { newsId: string; revision: number } | null,
  form: NewsForm,
): Promise<{ newsId: string; revision: number }> {
  assertWritesNews(ctx.actor);
  const texts = await renderNews(form.titles, form.texts);
  const sourceLocale = firstLocale(form.titles);
  return inTransaction(ctx, async (ctx) => {
    const { kind, topicId, audience } = form;
    const newsId = seen?.newsId ?? newId(ctx.now.getTime());
    const saved = seen && (await lockNews(ctx, newsId));
    const organizationIds = await checkOrganizations(ctx, form);
    await checkTopic(ctx, form);
    const columns = { kind, topicId, audience, texts, sourceLocale };
    if (saved && (await isSaved(ctx, newsId, columns, organizationIds))) return { newsId, revision: saved.revision };
    if (saved) await assertUnmoved(ctx, saved, seen.revision, "news:error.moved");

    const revision = (saved?.revision ?? 0) + 1;
    const savedById = actorPersonId(ctx);
    if (saved) {
      // Only a problem is solved; what becomes news is out like any other.
      const solved = kind === "problem" ? {} : { solvedAt: null };
      await ctx.db.news.update({ where: { id: newsId }, data: { ...columns, ...solved, revision, savedById } });
    } else {
      const slug = await freeSlug(ctx, slugify(form.titles[sourceLocale]) || "news");
      const made = { id: newsId, slug, createdAt: ctx.now, createdById: savedById };
      await ctx.db.news.create({ data: { ...made, ...columns, revision, savedById } });
    }
    await ctx.db.newsOrganization.deleteMany({ where: { newsId } });
    await ctx.db.newsOrganization.createMany({
      data: organizationIds.map((organizationId) => ({ newsId, organizationId })),
    });
    await recordEvent(ctx, "news.saved", {}, { newsId });
    markChanged(ctx, "news", newsId);
    return { newsId, revision };
  });
}

type Columns = Pick<NewsForm, "kind" | "topicId" | "audience"> & { texts: object; sourceLocale: string };

/** Whether exactly this is what stands there. */
async function isSaved(ctx: Ctx, newsId: string, columns: Columns, organizationIds: string[]): Promise<boolean> {
  const { organizations, ...there } = await ctx.db.news.findUniqueOrThrow({
    where: { id: newsId },
    select: {
      kind: true,
      topicId: true,
      audience: true,
      texts: true,
      sourceLocale: true,
      organizations: { select: { organizationId: true } },
    },
  });
  const ids = organizations.map(({ organizationId }) => organizationId);
  return isDeepStrictEqual([there, new Set(ids)], [columns, new Set(organizationIds)]);
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
