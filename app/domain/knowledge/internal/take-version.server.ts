import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import type { TextForm } from "../schema";
import type { LockedArticle, LockedText } from "./locked-article.server";
import { renderText } from "./render-text.server";
import { chooseSlug } from "./slugs.server";
import { isSameText } from "./storable-text";

export type Version = TextForm & { id: string; number: number; authorIds: string[] };

/**
 * The draft as a version that never changes: the newest one when it says the same, else a new one, drawn and numbered.
 * A draft without words is the conflict `knowledge:error.noText`.
 */
export async function takeVersion(ctx: Ctx, article: LockedArticle, text: LockedText, note: string): Promise<Version> {
  const { title, summary, keywords, markdown, authorIds } = text.draft;
  if (!markdown.trim()) throw conflict("knowledge:error.noText");
  const words = { title, slug: await chooseSlug(ctx, article, text), summary, keywords, markdown };
  const newest = await newestVersion(ctx, text.id);
  if (newest && isSameText(newest, words)) return newest;

  const { html, plain, headings } = await renderText(ctx, article.id, text.locale, markdown);
  const byId = actorPersonId(ctx);
  const version = {
    id: newId(ctx.now.getTime()),
    number: (newest?.number ?? 0) + 1,
    ...words,
    authorIds: byId ? [...new Set([...authorIds, byId])] : authorIds,
  };
  await ctx.db.articleVersion.createMany({
    data: {
      ...version,
      textId: text.id,
      html,
      plain,
      headings,
      sourceVersion: text.sourceVersion,
      createdAt: ctx.now,
      createdById: byId,
      note,
    },
  });
  return version;
}

const COLUMNS = {
  id: true,
  number: true,
  title: true,
  slug: true,
  summary: true,
  keywords: true,
  markdown: true,
  authorIds: true,
} as const;

const newestVersion = (ctx: Ctx, textId: string): Promise<Version | null> =>
  ctx.db.articleVersion.findFirst({ where: { textId }, orderBy: { number: "desc" }, select: COLUMNS });

/** A version by its id, as `takeVersion` gives it. */
export const findVersion = (ctx: Ctx, id: string): Promise<Version | null> =>
  ctx.db.articleVersion.findUnique({ where: { id }, select: COLUMNS });
