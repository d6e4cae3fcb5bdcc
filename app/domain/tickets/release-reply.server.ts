import type { Ctx, PersonActor, Role } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { rememberDetour } from "./internal/detours.server";
import { lockMergeTarget } from "./internal/locked-ticket.server";
import { postReply } from "./internal/post-reply.server";
import { restoreDraft } from "./internal/restore-draft.server";
import type { SendMode } from "./states";

/**
 * Releases an agent's waiting reply: message, state, clocks as of pressing and mails in one transaction, once. What was
 * undone or released before stays so. A merged ticket's reply goes to the target; a deleted one's becomes a draft again.
 */
export function releaseReply(ctx: Ctx, replyId: string): Promise<{ released: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    const waiting = await ctx.db.outgoingReply.findUnique({ where: { id: replyId }, select: { ticketId: true } });
    if (!waiting) return { released: false };
    const ticket = await lockMergeTarget(ctx, waiting.ticketId);
    // The row itself is the right to release: undo and a second delivery wait here and find nothing.
    const [reply] = await ctx.db.$queryRaw<Row[]>`
      delete from outgoing_reply r using person p where r.id = ${replyId}::uuid and p.id = r.agent_id
      returning r.id, r.ticket_id as "ticketId", r.agent_id as "agentId", r.text, r.cc, r.upload_ids as "uploadIds",
        r.mode, r.pressed_at as "pressedAt", p.role`;
    if (!reply || !ticket) return { released: false };
    if (ticket.deletedAt) {
      await restoreDraft(ctx, reply);
      touch(ctx, `ticket:${ticket.id}`, `person:${reply.agentId}`);
      return { released: false };
    }
    const { role, ...words } = reply;
    const actor: PersonActor = {
      kind: "person",
      personId: reply.agentId,
      role,
      sharedOrganizationId: null,
      queueIds: [],
    };
    await postReply({ ...ctx, actor }, ticket, { ...words, channel: "agent" });
    await rememberDetour(ctx, reply.id, waiting.ticketId, ticket.id);
    return { released: true };
  });
}

type Row = {
  id: string;
  ticketId: string;
  agentId: string;
  text: string;
  cc: string[];
  uploadIds: string[];
  mode: SendMode;
  pressedAt: Date;
  role: Role;
};
