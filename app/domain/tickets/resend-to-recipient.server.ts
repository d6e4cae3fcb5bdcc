import { resendMail } from "~/domain/mail/resend-mail.server";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { authorize } from "./policy";

/** Tries a mail of this ticket again that failed, came back or was held. */
export function resendToRecipient(ctx: Ctx, number: number, outboundId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.reply", ticket);
    const own = await ctx.db.outboundMail.findFirst({
      where: { id: outboundId, threadId: ticket.id },
      select: { id: true },
    });
    if (!own) throw notFound();
    await resendMail(ctx, outboundId);
  });
}
