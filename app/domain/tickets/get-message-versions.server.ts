import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { actorPersonId } from "~/platform/ctx.server";
import { mayTicket, requireStaffActor, type PolicyTicket } from "./policy";
import type { MessageVersionsView } from "./views";
import { visibleMessages } from "./visible.server";

type Row = PolicyTicket & Omit<MessageVersionsView, "versions" | "editable"> & { authorId: string | null };

/** A message's words now and before its edits, newest first. Its author, a member of staff, may edit it. */
export async function getMessageVersions(ctx: Ctx, messageId: string): Promise<MessageVersionsView> {
  requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select m.id, m.text, m.kind::text as "messageKind", m.author_id as "authorId", t.queue_id as "queueId",
      t.requester_id as "requesterId", t.assignee_id as "assigneeId", t.state::text as state, t.deleted_at as "deletedAt",
      exists (select 1 from outbound_mail om where om.entry_id = m.id) as mailed
    from message m join ticket t on t.id = m.ticket_id
    where m.id = ${messageId}::uuid and ${visibleMessages(ctx.actor)}`;
  if (!row) throw notFound();
  const versions = await ctx.db.messageVersion.findMany({
    where: { messageId },
    orderBy: { version: "desc" },
    select: { version: true, text: true, until: true },
  });
  const own = row.authorId !== null && row.authorId === actorPersonId(ctx);
  return {
    id: row.id,
    messageKind: row.messageKind,
    text: row.text,
    mailed: row.mailed,
    editable: own && mayTicket(ctx.actor, "ticket.editMessage", row),
    versions,
  };
}
