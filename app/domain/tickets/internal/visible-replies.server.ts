import type { PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * Which saved replies somebody sees, for a row `r`: the own ones, and shared ones of all queues or of one of theirs;
 * administrators every shared one. Nobody sees another's personal ones.
 */
export function visibleReplies({ role, personId, queueIds }: PersonActor): Prisma.Sql {
  const own = Prisma.sql`r.owner_id = ${personId}::uuid`;
  if (role === "administrator") return Prisma.sql`(${own} or r.owner_id is null)`;
  return Prisma.sql`(${own} or (r.owner_id is null and (r.queue_ids = '{}' or r.queue_ids && ${queueIds}::uuid[])))`;
}

/** A name or a text in any language holds the words. */
export function repliesNaming(q: string): Prisma.Sql {
  if (!q.trim()) return Prisma.sql`true`;
  const like = `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(r.name ilike ${like}
    or exists (select 1 from jsonb_each_text(r.texts) words where words.value ilike ${like}))`;
}
