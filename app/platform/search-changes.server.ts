import type { Prisma } from "~/generated/prisma/client";
import type { Ctx } from "./ctx.server";
import { addJob } from "./jobs.server";

/**
 * Says that the search index must read `kind` `id` again: changed, deleted, or seen by others than before. The job is
 * enqueued in the running transaction when it ends.
 */
export function markChanged(ctx: Ctx, kind: string, id: string): void {
  if (!ctx.pending) throw new Error(`${kind} ${id} changed outside a transaction`);
  ctx.pending.changed.add(`${kind}:${id}`);
}

/** The call that enqueues the job for what was marked; null when nothing was. */
export function jobForChanges({ changed }: { changed: ReadonlySet<string> }): Prisma.Sql | null {
  return changed.size ? addJob("search.index", { changed: [...changed] }, { priority: 8 }) : null;
}
