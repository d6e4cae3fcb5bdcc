import { finishInboundMail, type InboundResult } from "~/domain/mail/inbound-result.server";
import type { Ctx } from "~/platform/ctx.server";
import type { ReadMail } from "./read-mail.server";
import { traceOf, traceStage } from "./trace-run.server";

const DAY_MS = 86_400_000;
/** How long a discarded mail can be brought back. */
export const KEPT_DAYS = 30;

/** Discards a mail in the caller's transaction: it answers nobody and is deleted thirty days later. */
export async function discardMail(
  ctx: Ctx,
  inboundId: string,
  { trace, blockedBy }: Pick<ReadMail, "trace" | "blockedBy">,
  facts: Partial<InboundResult> = {},
): Promise<void> {
  traceStage(trace, { stage: "route", result: "discarded", hold: null, queueId: null });
  const purgeAt = new Date(ctx.now.getTime() + KEPT_DAYS * DAY_MS);
  await finishInboundMail(ctx, inboundId, {
    ...facts,
    outcome: "discarded",
    purgeAt,
    blockedBy,
    trace: traceOf(trace),
  });
}
