import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";

/**
 * Tries a mail again now, with the same Message-ID, after a failure, a bounce or a suppression; the address's
 * suppression ends with it. The caller has checked that the actor may. A mail marked sent is never sent again.
 */
export function resendMail(ctx: Ctx, outboundId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const mail = await ctx.db.outboundMail.findUnique({
      where: { id: outboundId },
      select: { state: true, recipient: true },
    });
    if (!mail) throw notFound();
    const { count } = await ctx.db.outboundMail.updateMany({
      where: { id: outboundId, sentAt: null, state: { in: ["deferred", "failed", "bounced", "suppressed"] } },
      data: { state: "queued", nextTryAt: ctx.now, reason: null, detail: null, status: null },
    });
    if (!count) throw conflict("mail:error.notResendable");
    await ctx.db.suppression.deleteMany({ where: { address: mail.recipient } });
    await enqueue(ctx, "mail.deliver", { outboundId }, { key: `mail.deliver:${outboundId}` });
  });
}
