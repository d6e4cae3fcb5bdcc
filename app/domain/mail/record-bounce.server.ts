import "./events";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { suppressAddress } from "./suppress-address.server";

export type Bounce = {
  outboundId: string;
  /** A soft bounce leaves the mail's state alone. */
  hard: boolean;
  /** The address itself is wrong: nothing more goes there for a while. */
  suppress: boolean;
  /** RFC 3463. */
  status: string;
  /** In the words of `BounceReason`. */
  reason: string;
  detail: string;
};

/**
 * Ties a bounce to the mail it answers, from the transport, a delivery report or a webhook; a repeat changes nothing.
 * Records `mail.bounced` for the first hard one and every soft one that says something new.
 */
export function recordBounce(ctx: Ctx, bounce: Bounce): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { outboundId, hard, status, reason } = bounce;
    const detail = bounce.detail.slice(0, 500);
    const [mail] = await ctx.db.$queryRaw<{ recipient: string; threadId: string | null }[]>`
      update outbound_mail set status = ${status}, reason = ${reason}, detail = ${detail}, lease_until = null,
        state = (case when ${hard} then 'bounced' else state::text end)::delivery_state
      where id = ${outboundId}::uuid and state not in ('bounced', 'suppressed')
        and (${hard} or (status, reason) is distinct from (${status}, ${reason}))
      returning recipient, thread_id::text as "threadId"`;
    if (!mail) return;
    if (bounce.suppress) await suppressAddress(ctx, mail.recipient, reason);
    const subject = mail.threadId ? { ticketId: mail.threadId } : {};
    await recordEvent(ctx, "mail.bounced", subject, { outboundId, threadId: mail.threadId, hard, reason });
    if (mail.threadId) touch(ctx, `ticket:${mail.threadId}`);
  });
}
