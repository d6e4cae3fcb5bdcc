import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { restoreDraft } from "./internal/restore-draft.server";
import { requireStaffActor } from "./policy";

type Row = { ticketId: string; agentId: string; text: string; cc: string[]; uploadIds: string[]; number: number };

/**
 * Takes back the agent's own reply while it is unreleased and gives the words back as a draft. Conflict
 * `tickets:error.alreadySent` once the release was quicker.
 */
export function undoReply(ctx: Ctx, replyId: string): Promise<{ number: number }> {
  const agent = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [reply] = await ctx.db.$queryRaw<Row[]>`
      delete from outgoing_reply r using ticket t
      where r.id = ${replyId}::uuid and r.agent_id = ${agent.personId}::uuid and t.id = r.ticket_id
      returning r.ticket_id as "ticketId", r.agent_id as "agentId", r.text, r.cc, r.upload_ids as "uploadIds", t.number`;
    if (!reply) throw conflict("tickets:error.alreadySent");
    await restoreDraft(ctx, reply);
    // What the waiting reply held back is due again.
    await enqueue(ctx, "tickets.sweep-alarms", {}, { key: "sweep-alarms:undone", priority: 5 });
    touch(ctx, `ticket:${reply.ticketId}`);
    return { number: reply.number };
  });
}
