import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import type { TextForm } from "../schema";
import type { LockedText } from "./locked-article.server";

/** Puts other words into a draft, under a new revision: tabs that still show the old ones notice when they save. */
export async function replaceDraft(
  ctx: Ctx,
  text: LockedText,
  words: Partial<TextForm>,
  authorIds: string[],
): Promise<number> {
  const revision = text.draft.revision + 1;
  await ctx.db.articleDraft.updateMany({
    where: { textId: text.id },
    data: { ...words, revision, updatedAt: ctx.now, updatedById: actorPersonId(ctx), authorIds },
  });
  return revision;
}

/** Those who wrote the draft so far and who does now. */
export function withActor(ctx: Ctx, { draft }: LockedText): string[] {
  const byId = actorPersonId(ctx);
  return byId ? [...new Set([...draft.authorIds, byId])] : draft.authorIds;
}
