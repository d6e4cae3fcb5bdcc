import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { LockedDraft } from "./locked-article.server";

/** Refuses an act on a draft that somebody has saved since the actor read it; tells who and its revision by now. */
export async function assertRevision(ctx: Ctx, draft: LockedDraft, seen: number): Promise<void> {
  if (draft.revision === seen) return;
  const by = draft.updatedById
    ? await ctx.db.person.findUnique({ where: { id: draft.updatedById }, select: { name: true } })
    : null;
  throw conflict("knowledge:error.draftMoved", { name: by?.name ?? "Sportello", revision: draft.revision });
}
