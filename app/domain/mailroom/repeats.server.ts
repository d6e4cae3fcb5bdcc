import { findIssuedMail } from "~/domain/mail/find-issued-mail.server";
import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { noteQueues } from "~/domain/tickets/note-queues.server";
import type { Ctx } from "~/platform/ctx.server";
import type { ReadMail } from "./read-mail.server";
import { traceOf, traceStage } from "./trace-run.server";

/** The same mail once more: one message stays one message; queues that the first copy did not reach are noted. */
export async function fileRepeat(ctx: Ctx, inbound: InboundWork, read: ReadMail, firstId: string): Promise<void> {
  const first = await ctx.db.inboundMail.findUnique({
    where: { id: firstId },
    select: { threadId: true, entryId: true },
  });
  const { threadId = null, entryId = null } = first ?? {};
  if (threadId) await noteQueues(ctx, threadId, read.targets.queueIds);
  const trace = endAt(read, "repeat");
  await finishInboundMail(ctx, inbound.id, { outcome: "duplicate", threadId, entryId, duplicateOf: firstId, trace });
}

/** A mail of ours came back, by a forwarding or as somebody's copy: what it says is with us already. */
export async function fileLoop(ctx: Ctx, inbound: InboundWork, read: ReadMail, outboundId: string): Promise<void> {
  const issued = (await findIssuedMail(ctx, [outboundId])).get(outboundId);
  const { threadId = null, entryId = null } = issued ?? {};
  const trace = endAt(read, "loop");
  await finishInboundMail(ctx, inbound.id, { outcome: "duplicate", rule: "own_mail", threadId, entryId, trace });
}

function endAt({ trace }: ReadMail, result: "repeat" | "loop") {
  traceStage(trace, { stage: "thread", result, rule: null, number: null, forgedKey: false });
  return traceOf(trace);
}
