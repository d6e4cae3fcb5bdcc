import { conflict } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import type { LockedDraft } from "./locked-article.server";

/** Refuses an act on a draft that somebody has saved since the actor read it; tells who and its revision by now. */
export async function assertRevision(ctx: Ctx, draft: LockedDraft, seen: number): Promise<void> {
  if (draft.revision === seen) return;
  const by = draft.updatedById
    ? await ctx.db.person.findUnique({ where: { id: draft.updatedById }, select: { name: true } })
    : null;
  throw conflict("knowledge:error.draftMoved", { name: by?.name ?? "Sportello", revision: draft.revision });
}

/**
 * The same for an act that replaces the draft, where what the actor saved since is meant to go: a page that is left saves
 * what was typed there. Without `seen` nothing is asked.
 */
export async function assertOthersSeen(ctx: Ctx, draft: LockedDraft, seen: number | undefined): Promise<void> {
  if (seen !== undefined && draft.updatedById !== actorPersonId(ctx)) await assertRevision(ctx, draft, seen);
}
