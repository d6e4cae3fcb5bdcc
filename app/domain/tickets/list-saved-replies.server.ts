import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT } from "~/platform/keyset.server";
import { readTextPage, textWalk } from "~/platform/text-keyset.server";
import { repliesNaming, visibleReplies } from "./internal/visible-replies.server";
import { requireStaffActor } from "./policy";
import type { SavedReplyRow } from "./saved-reply-views";

export const REPLY_VIEWS = ["all", "personal", "shared", "archived"] as const;
export type ReplyView = (typeof REPLY_VIEWS)[number];

const VIEWS: Record<ReplyView, Prisma.Sql> = {
  all: Prisma.sql`r.archived_at is null`,
  personal: Prisma.sql`r.archived_at is null and r.owner_id is not null`,
  shared: Prisma.sql`r.archived_at is null and r.owner_id is null`,
  archived: Prisma.sql`r.archived_at is not null`,
};

/** A page of the saved replies that the agent sees, by name. */
export async function listSavedReplies(
  ctx: Ctx,
  { q = "", view = "all", after }: { q?: string; view?: ReplyView; after: string | null },
): Promise<KeysetPage<SavedReplyRow>> {
  const actor = requireStaffActor(ctx.actor);
  return readTextPage(after, (cursor) => {
    const { where, order } = textWalk(cursor, Prisma.sql`r.name`, Prisma.sql`r.id::text`);
    return ctx.db.$queryRaw<(SavedReplyRow & { key: string })[]>`
      select r.id::text as id, r.name, r.name as key, r.owner_id is null as shared,
        array(select q.name from queue q where q.id = any(r.queue_ids) order by q.position, q.id) as queues,
        array(select t.key from jsonb_each_text(r.texts) t where t.value <> '' order by t.key) as languages,
        (select count(*)::int from saved_reply_file f where f.saved_reply_id = r.id) as files,
        r.updated_at as "updatedAt", r.archived_at as "archivedAt"
      from saved_reply r where ${VIEWS[view]} and ${visibleReplies(actor)} and ${repliesNaming(q)} and ${where}
      order by ${order} ${PAGE_LIMIT}`;
  });
}
