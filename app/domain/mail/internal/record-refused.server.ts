import { clock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { isHardReason } from "../mime/bounce-reasons";
import type { Claim } from "../outbound-claim";
import { recordBounce } from "../record-bounce.server";
import type { Refused } from "../transports/transport";

const MINUTE = 60_000;
const BACKOFF_MINUTES = [1, 5, 15, 30, 60, 120, 240, 360];
const GIVE_UP_MS = 3 * 24 * 60 * MINUTE;

/** Writes what a transport's no means: another try later, a bounce of this recipient, or a mail that cannot be sent. */
export async function recordRefused(ctx: Ctx, claim: Claim, transport: string, refused: Refused): Promise<void> {
  const { status, reason, detail } = refused;
  if (refused.state === "bounced")
    return recordBounce(ctx, {
      outboundId: claim.id,
      hard: true,
      suppress: isHardReason(reason, status),
      status,
      reason,
      detail,
    });
  const nextTryAt = refused.state === "deferred" ? nextTry(claim) : null;
  const settled = nextTryAt
    ? { state: "deferred" as const, nextTryAt, status, reason }
    : {
        state: "failed" as const,
        status: permanent(status),
        reason: refused.state === "deferred" ? "expired" : reason,
      };
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.outboundMail.updateMany({
      where: { id: claim.id, state: "sending", attempts: claim.attempts },
      data: { ...settled, transport, detail, leaseUntil: null },
    });
    if (!count) return;
    if (nextTryAt)
      await enqueue(
        ctx,
        "mail.deliver",
        { outboundId: claim.id },
        { key: `mail.deliver:${claim.id}`, runAt: nextTryAt },
      );
    if (claim.threadId) touch(ctx, `ticket:${claim.threadId}`);
  });
}

/** Later and later with a little spread, null once three days are over (RFC 5321, 4.5.4.1). */
function nextTry({ attempts, createdAt }: Claim): Date | null {
  const now = clock.now().getTime();
  if (now - createdAt.getTime() > GIVE_UP_MS) return null;
  const minutes = BACKOFF_MINUTES[Math.min(attempts, BACKOFF_MINUTES.length) - 1] ?? 1;
  return new Date(now + minutes * MINUTE * (0.9 + Math.random() * 0.2));
}

const permanent = (status: string): string => (status.startsWith("4.") ? "5.4.7" : status);
