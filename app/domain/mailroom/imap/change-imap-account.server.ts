import { assertAdministers } from "~/domain/routing/policy";
import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { accountColumns, checkAccount, dayOf, FOLDER_FIELDS, SERVER_FIELDS } from "./account-columns.server";
import "./imap-events";
import type { ImapForm } from "./imap-schema";
import { sealImapSecret, unsealImapSecret } from "./imap-secret.server";
import { IMAP_TOPIC } from "./imap-topic";
import { secretOf } from "./typed-secret.server";

/**
 * Changes a mailbox that is still at `revision`, else the conflict `mailadmin:imap.error.changed`; its connection ends
 * and is made anew within seconds. Another server, user or folder is read from its beginning, an earlier day again.
 */
export function changeImapAccount(
  ctx: Ctx,
  mailboxId: string,
  revision: number,
  form: ImapForm,
  kept = "",
): Promise<{ revision: number }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${form.name}`}, 0))`;
    await ctx.db.$queryRaw`select id from imap_account where id = ${mailboxId}::uuid for update`;
    const before = await ctx.db.imapAccount.findUnique({ where: { id: mailboxId } });
    if (!before) throw notFound();
    if (before.revision !== revision) throw conflict("mailadmin:imap.error.changed");
    await checkAccount(ctx, mailboxId, form);
    const written = accountColumns(ctx, form);
    const since = form.since === dayOf(ctx, before.since ?? before.createdAt) ? before.since : written.since;
    const columns = { ...written, since: since ?? before.since };
    const differs = (field: keyof typeof columns) => JSON.stringify(before[field]) !== JSON.stringify(columns[field]);
    const fields: string[] = (Object.keys(columns) as (keyof typeof columns)[]).filter(differs);
    const saved = unsealImapSecret(before.secret);
    const secret = secretOf(ctx, form, kept, { secret: saved, sameServer: !SERVER_FIELDS.some(differs) });
    if (JSON.stringify(secret) !== JSON.stringify(saved)) fields.push("secret");
    if (!fields.length) return { revision };
    const other = FOLDER_FIELDS.some(differs);
    const earlier = columns.since !== null && before.since !== null && columns.since < before.since;
    if (other) await ctx.db.imapMessage.deleteMany({ where: { accountId: mailboxId } });
    await ctx.db.imapAccount.update({
      where: { id: mailboxId },
      data: {
        ...columns,
        secret: sealImapSecret(secret),
        revision: { increment: 1 },
        lastError: null,
        lastErrorAt: null,
        seenAt: ctx.now,
        ...(other || earlier ? { lastUid: 0 } : {}),
        ...(other ? { uidValidity: null, waiting: 0 } : {}),
      },
      select: { id: true },
    });
    await recordEvent(ctx, "mailbox.changed", {}, { mailboxId, fields });
    touch(ctx, IMAP_TOPIC);
    return { revision: revision + 1 };
  });
}
