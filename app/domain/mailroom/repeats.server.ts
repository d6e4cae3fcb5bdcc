import { findIssuedMail } from "~/domain/mail/find-issued-mail.server";
import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { noteQueues } from "~/domain/tickets/note-queues.server";
import type { Ctx } from "~/platform/ctx.server";

/** The same mail once more: one message stays one message; queues that the first copy did not reach are noted. */
export async function fileRepeat(
  ctx: Ctx,
  inbound: InboundWork,
  firstId: string,
  queueIds: readonly string[],
): Promise<void> {
  const first = await ctx.db.inboundMail.findUnique({
    where: { id: firstId },
    select: { threadId: true, entryId: true },
  });
  const { threadId = null, entryId = null } = first ?? {};
  if (threadId) await noteQueues(ctx, threadId, queueIds);
  await finishInboundMail(ctx, inbound.id, { outcome: "duplicate", threadId, entryId, duplicateOf: firstId });
}

/** A mail of ours came back, by a forwarding or as somebody's copy: what it says is on the ticket already. */
export async function fileLoop(ctx: Ctx, inbound: InboundWork, outboundId: string): Promise<void> {
  const issued = (await findIssuedMail(ctx, [outboundId])).get(outboundId);
  const { threadId = null, entryId = null } = issued ?? {};
  await finishInboundMail(ctx, inbound.id, { outcome: "duplicate", rule: "own_mail", threadId, entryId });
}
