import "~/domain/mail/events";
import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { blockedEvent } from "./blocked-entries";

/** Takes an entry from the block list; what it has discarded so far stays discarded until somebody looks at it again. */
export function unblockSender(ctx: Ctx, entry: string): Promise<{ removed: boolean }> {
  requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.blockedSender.deleteMany({ where: { address: entry } });
    if (count) await recordEvent(ctx, "mail.sender_unblocked", {}, blockedEvent(entry));
    return { removed: count > 0 };
  });
}
