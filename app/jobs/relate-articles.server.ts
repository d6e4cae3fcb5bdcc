import { z } from "zod";
import { setRelatedArticles } from "~/domain/knowledge/set-related-articles.server";
import { searchIndex } from "~/domain/search/search-index.server";
import { markTicketsOf } from "~/domain/tickets/mark-tickets-of.server";
import { defineJob, type Job } from "~/platform/jobs.server";
import { projections } from "./search-projections";

const payload = z.object({ eventId: z.uuid() });
const RELATED = 5;
/** Characters of the text that say what it is about. */
const GIST = 600;

/** Finds what else a published article's readers may want to read; an editor's own choice stays. */
const relate = defineJob({
  name: "search.relate-article",
  payload,
  async run(ctx, { eventId }) {
    const event = await ctx.db.event.findUnique({ where: { id: eventId }, select: { data: true } });
    const { articleId } = z.object({ articleId: z.uuid() }).parse(event?.data);
    const documents = await projections.find(({ mark }) => mark === "article")?.documentsOf(ctx, [articleId]);
    const own = documents?.[0];
    if (!own) return;
    // What strangers read leads only to what strangers may read.
    const reader = own.audience.includes("public") ? { ...ctx, actor: { kind: "anonymous" as const } } : ctx;
    const { hits } = await searchIndex(reader, {
      text: `${own.title} ${own.keywords} ${own.body.slice(0, GIST)}`,
      locale: own.locale,
      kinds: ["article", "faq"],
      match: "any",
      limit: RELATED + 1,
    });
    const related = hits.map(({ group }) => group).filter((id) => id !== articleId);
    await setRelatedArticles(ctx, articleId, related.slice(0, RELATED), { chosen: false });
  },
});

/** Tickets name their people and organization: a new name finds them. */
const followName = defineJob({
  name: "search.follow-name",
  payload,
  async run(ctx, { eventId }) {
    const event = await ctx.db.event.findUnique({ where: { id: eventId }, select: { personId: true, data: true } });
    const { fields, organizationId } = z
      .object({ fields: z.array(z.string()), organizationId: z.uuid().optional() })
      .parse(event?.data);
    if (fields.includes("name")) await markTicketsOf(ctx, { personId: event?.personId, organizationId });
  },
});

export const followUpJobs: readonly Job[] = [relate, followName];
