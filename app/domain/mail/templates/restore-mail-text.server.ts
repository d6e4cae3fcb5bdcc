import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "../events";
import { lockMailText } from "./lock-mail-text.server";
import { assertWordsMails } from "./policy";
import { isTextKey } from "./text-keys";

/** An archived own text can be chosen again. */
export function restoreMailText(ctx: Ctx, textId: string): Promise<void> {
  assertWordsMails(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const row = isTextKey(textId) ? null : await lockMailText(ctx, textId);
    if (!row) throw notFound();
    if (!row.archivedAt) return;
    await ctx.db.mailTemplate.update({ where: { id: row.id }, data: { archivedAt: null }, select: { id: true } });
    await recordEvent(ctx, "mail_text.restored", {}, { ref: row.id });
  });
}
