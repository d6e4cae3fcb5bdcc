import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./imap-events";
import { IMAP_TOPIC } from "./imap-topic";

/** Lets a mailbox be followed, or not: its connection is made, or ends, within seconds. */
export function switchImapAccount(ctx: Ctx, mailboxId: string, enabled: boolean): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.imapAccount.updateMany({
      where: { id: mailboxId, enabled: !enabled },
      data: {
        enabled,
        revision: { increment: 1 },
        lastError: null,
        lastErrorAt: null,
        ...(enabled ? { seenAt: ctx.now } : {}),
      },
    });
    if (!count) {
      if (await ctx.db.imapAccount.findUnique({ where: { id: mailboxId }, select: { id: true } })) return;
      throw notFound();
    }
    await recordEvent(ctx, enabled ? "mailbox.switched_on" : "mailbox.switched_off", {}, { mailboxId });
    touch(ctx, IMAP_TOPIC);
  });
}
