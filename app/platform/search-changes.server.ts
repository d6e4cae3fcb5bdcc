import { Prisma } from "~/generated/prisma/client";
import type { Ctx, Pending } from "./ctx.server";

/**
 * Says that the search index must read `kind` `id` again: changed, deleted, or seen by others than before. Written down,
 * with the job that does it, when the running transaction ends.
 */
export function markChanged(ctx: Ctx, kind: string, id: string): void {
  if (!ctx.pending) throw new Error(`${kind} ${id} changed outside a transaction`);
  ctx.pending.changed.add(`${kind}:${id}`);
}

/** The call that writes down what was marked and wakes the job; null when nothing was. */
export function jobForChanges({ changed }: Pick<Pending, "changed">, now: Date): Prisma.Sql | null {
  return changed.size ? Prisma.sql`search_changed('postgres', ${[...changed]}::text[], ${now}::timestamptz)` : null;
}
