import type { Ctx } from "~/platform/ctx.server";
import { checkOwnLinks } from "./internal/check-own-links.server";
import { checkSites } from "./internal/check-sites.server";

const PAGES_OF_A_TEXT = 100;
const NEVER_ASKED = new Date(0);

/** Looks at what an article leads to, and at what leads to it, after the event that changed what readers see of it. */
export async function checkLinksOf(ctx: Ctx, eventId: string): Promise<void> {
  const [event] = await ctx.db.$queryRaw<{ articleId: string }[]>`
    select data ->> 'articleId' as "articleId" from event where id = ${eventId}::uuid and type like 'article.%'`;
  if (!event) return;
  await checkOwnLinks(ctx, event.articleId);
  await checkSites(ctx, { articleId: event.articleId, most: PAGES_OF_A_TEXT, before: NEVER_ASKED });
}
