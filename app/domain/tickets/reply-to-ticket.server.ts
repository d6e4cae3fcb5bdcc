import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { touch } from "~/platform/live.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import { addNote } from "./add-note.server";
import { type LockedTicket, lockVisibleTicket } from "./internal/locked-ticket.server";
import { postReply, type Reply } from "./internal/post-reply.server";
import { refuseMerged } from "./internal/refuse-merged.server";
import { authorize, requireStaffActor } from "./policy";
import type { ComposeForm } from "./schema";
import type { Channel } from "./states";

export type Replied = {
  number: number;
  /** False while the reply waits for `releaseAt` and can be taken back by `undoReply(replyId)`. */
  released: boolean;
  replyId?: string;
  releaseAt?: Date;
  messageId?: string;
};

/**
 * An agent answers: on the desk the reply waits out the seconds of the setting, unseen by the customer; by API and mail
 * it is released at once. A second post of the same form changes nothing. Conflict `tickets:error.newerMessage` when a
 * message or a colleague's reply came after `seenAt` and the form is not `confirmed`. A form of kind `note` is a note.
 */
export async function replyToTicket(
  ctx: Ctx,
  number: number,
  form: ComposeForm,
  { channel = "agent" }: { channel?: Channel } = {},
): Promise<Replied> {
  if (form.kind === "note") return { number, released: true, ...(await addNote(ctx, number, form, { channel })) };
  const agent = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.reply", ticket);
    const replyId = form.formId ?? newId(ctx.now.getTime());
    const facts = await readFacts(ctx, ticket, agent.personId, replyId, form.seenAt ?? null);
    if (facts.postedOn && facts.postedOn !== ticket.id) throw conflict("common:error.409.text");
    if (facts.postedOn) return { number, released: true, messageId: replyId };
    if (facts.releaseAt) return { number, released: false, replyId, releaseAt: facts.releaseAt };
    if (ticket.state === "closed") {
      await refuseMerged(ctx, ticket);
      throw conflict("tickets:error.closed");
    }
    if (facts.newer && !form.confirmed) throw conflict("tickets:error.newerMessage");

    const { undoSeconds } = await getSettings(ctx, "tickets");
    const reply = { ...toReply(form, replyId, agent.personId, ctx.now), channel };
    await ctx.db.draft.deleteMany({ where: { ticketId: ticket.id, personId: agent.personId, kind: "public" } });
    if (channel !== "agent" || undoSeconds === 0) {
      await postReply(ctx, ticket, reply);
      return { number, released: true, messageId: replyId };
    }
    const releaseAt = new Date(ctx.now.getTime() + undoSeconds * 1_000);
    await holdReply(ctx, ticket, reply, releaseAt);
    return { number, released: false, replyId, releaseAt };
  });
}

const toReply = (form: ComposeForm, id: string, agentId: string, pressedAt: Date): Omit<Reply, "channel"> => ({
  id,
  agentId,
  pressedAt,
  text: form.text,
  mode: form.mode,
  cc: form.cc,
  uploadIds: form.files,
});

type Facts = { postedOn: string | null; releaseAt: Date | null; newer: boolean };

/** Read after the lock: whether this form was sent before, and what came since the agent looked. */
async function readFacts(
  ctx: Ctx,
  ticket: LockedTicket,
  agentId: string,
  replyId: string,
  seenAt: Date | null,
): Promise<Facts> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select
      (select ticket_id from message where id = ${replyId}::uuid) as "postedOn",
      (select release_at from outgoing_reply where id = ${replyId}::uuid and ticket_id = ${ticket.id}::uuid) as "releaseAt",
      exists (select 1 from message where ticket_id = ${ticket.id}::uuid and kind = 'public' and not automatic
        and author_id is distinct from ${agentId}::uuid and sent_at > ${seenAt}::timestamptz)
      or exists (select 1 from outgoing_reply where ticket_id = ${ticket.id}::uuid
        and agent_id <> ${agentId}::uuid and pressed_at > ${seenAt}::timestamptz) as newer`;
  return row ?? { postedOn: null, releaseAt: null, newer: false };
}

async function holdReply(ctx: Ctx, ticket: LockedTicket, reply: Reply, releaseAt: Date): Promise<void> {
  const { id, agentId, text, mode, pressedAt } = reply;
  await ctx.db.outgoingReply.createMany({
    data: [
      {
        id,
        ticketId: ticket.id,
        agentId,
        text,
        mode,
        pressedAt,
        releaseAt,
        cc: [...reply.cc],
        uploadIds: [...reply.uploadIds],
      },
    ],
  });
  await enqueue(ctx, "tickets.release-reply", { replyId: id }, { key: `reply:${id}`, runAt: releaseAt, priority: 5 });
  touch(ctx, `ticket:${ticket.id}`);
}
