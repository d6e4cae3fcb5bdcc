import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./imap-events";
import { IMAP_TOPIC } from "./imap-topic";

/** Forgets a mailbox with its secret and the list of its messages. Mails that were taken, and what lies there, stay. */
export function removeImapAccount(ctx: Ctx, mailboxId: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const where = { id: mailboxId };
    const account = await ctx.db.imapAccount.findUnique({ where, select: { address: true } });
    if (!account || !(await ctx.db.imapAccount.deleteMany({ where })).count) throw notFound();
    await recordEvent(ctx, "mailbox.removed", {}, { mailboxId, address: account.address });
    touch(ctx, IMAP_TOPIC);
  });
}
