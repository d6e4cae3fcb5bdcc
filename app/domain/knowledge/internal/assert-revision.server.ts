import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { assertUnmoved } from "./assert-unmoved.server";
import type { LockedDraft } from "./locked-article.server";

/** Refuses an act on a draft that somebody has saved since the actor read it; tells who and its revision by now. */
export const assertRevision = (ctx: Ctx, { revision, updatedById }: LockedDraft, seen: number): Promise<void> =>
  assertUnmoved(ctx, { revision, savedById: updatedById }, seen, "knowledge:error.draftMoved");

/**
 * The same for an act that replaces the draft, where what the actor saved since is meant to go: a page that is left saves
 * what was typed there. Without `seen` nothing is asked.
 */
export async function assertOthersSeen(ctx: Ctx, draft: LockedDraft, seen: number | undefined): Promise<void> {
  if (seen !== undefined && draft.updatedById !== actorPersonId(ctx)) await assertRevision(ctx, draft, seen);
}
