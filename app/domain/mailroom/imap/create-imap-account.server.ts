import { assertAdministers } from "~/domain/routing/policy";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { accountColumns, checkAccount } from "./account-columns.server";
import "./imap-events";
import type { ImapForm } from "./imap-schema";
import { sealImapSecret } from "./imap-secret.server";
import { IMAP_TOPIC } from "./imap-topic";
import { secretOf } from "./typed-secret.server";

/**
 * A new mailbox; whoever follows mailboxes connects within seconds. Without a day only mail from now on is taken.
 * `kept` as `keepTypedSecrets` gave it, or empty.
 */
export function createImapAccount(
  ctx: Ctx,
  form: ImapForm,
  { kept = "", enabled = true }: { kept?: string; enabled?: boolean } = {},
): Promise<{ mailboxId: string }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${form.name}`}, 0))`;
    const mailboxId = newId(ctx.now.getTime());
    await checkAccount(ctx, mailboxId, form);
    const columns = accountColumns(ctx, form);
    const secret = sealImapSecret(secretOf(ctx, form, kept, null));
    await ctx.db.imapAccount.create({
      data: { ...columns, id: mailboxId, secret, enabled, since: columns.since ?? ctx.now, createdAt: ctx.now },
      select: { id: true },
    });
    await recordEvent(ctx, "mailbox.added", {}, { mailboxId, address: form.address });
    touch(ctx, IMAP_TOPIC);
    return { mailboxId };
  });
}
