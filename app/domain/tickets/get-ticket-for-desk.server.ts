import { notFound } from "~/lib/errors";
import { isNever } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { listUnmergeable } from "./internal/list-unmergeable.server";
import { HEAD_CAP, type HeadRow, readHead } from "./internal/read-head.server";
import { readTimeline } from "./internal/read-timeline.server";
import { mayTicket, requireStaffActor, type PolicyTicket, type TicketAct } from "./policy";
import type { DeskTicket } from "./views";

/** All of the desk's ticket page; 404 when the agent may not see the ticket. Deleted ones are shown, to be restored. */
export async function getTicketForDesk(ctx: Ctx, number: number): Promise<DeskTicket> {
  const actor = requireStaffActor(ctx.actor);
  const [row, timeline] = await Promise.all([readHead(ctx, actor, number), readTimeline(ctx, number, null)]);
  if (!row) throw notFound();
  const unmergeable = row.merged_into === null ? null : await listUnmergeable(ctx, [row.id]);
  return {
    ...plainFacts(row),
    ...people(row, actor.personId),
    timeline: timeline.items,
    earlier: timeline.earlier,
    readAt: row.read_at,
    drafts: row.drafts.map((draft) => ({ ...draft, updatedAt: new Date(draft.updatedAt) })),
    outgoing: row.outgoing.map(({ agentId, agentName, releaseAt, ...reply }) => ({
      ...reply,
      agent: { id: agentId, name: agentName },
      releaseAt: new Date(releaseAt),
    })),
    present: row.present,
    allowed: { ...allowed(ctx, row), unmerge: Boolean(unmergeable?.size) },
  };
}

function plainFacts(row: HeadRow) {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    locale: row.locale,
    state: row.state,
    status: { id: row.status_id, state: row.state, name: row.status_name },
    priority: row.priority,
    channel: row.channel,
    queue: { id: row.queue_id, name: row.queue_name, sendMode: row.send_mode, address: row.queue_address },
    type: row.type_id ? { id: row.type_id, name: row.type_name ?? "" } : null,
    tags: row.tags,
    createdAt: row.created_at,
    firstReplyAt: row.first_reply_at,
    waitingSince: isNever(row.waiting_since) ? null : row.waiting_since,
    solvedAt: row.solved_at,
    snoozedUntil: row.snoozed_until,
    deletedAt: row.deleted_at,
    messageCount: row.message_count,
    mergedInto: row.merged_into,
    mergedFrom: row.merged_from,
    faqs: row.faqs,
    links: row.links,
    banners: row.banners,
  };
}

function people(row: HeadRow, me: string) {
  return {
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? "" } : null,
    waitReason: row.wait_reason,
    requester: {
      id: row.requester_id,
      name: row.requester_name,
      email: row.requester_email,
      locale: row.requester_locale,
      timeZone: row.requester_zone,
      phone: row.phone ?? "",
    },
    suppressed: row.suppressed.map((recipient) => ({ ...recipient, until: new Date(recipient.until) })),
    organization: row.organization_id ? { id: row.organization_id, name: row.organization_name ?? "" } : null,
    participants: row.participants,
    followers: row.followers,
    following: row.followers.some((follower) => follower.id === me),
    requesterTickets: { open: row.open_count, total: row.total_count, cap: HEAD_CAP, recent: row.recent },
  };
}

function allowed(ctx: Ctx, row: HeadRow): Omit<DeskTicket["allowed"], "unmerge"> {
  const facts: PolicyTicket = {
    queueId: row.queue_id,
    requesterId: row.requester_id,
    assigneeId: row.assignee_id,
    state: row.state,
    deletedAt: row.deleted_at,
  };
  const may = (act: TicketAct) => mayTicket(ctx.actor, act, facts);
  const merged = row.merged_into !== null;
  return {
    moves: may("ticket.change") && !merged ? row.moves : [],
    reply: may("ticket.reply") && !merged,
    delete: may("ticket.delete"),
    merge: may("ticket.merge") && !merged,
  };
}
