import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "../events";
import { listTextUses } from "./list-text-uses.server";
import { lockMailText } from "./lock-mail-text.server";
import { assertWordsMails } from "./policy";
import { isTextKey } from "./text-keys";

/** Takes an own text out of every choice; 409 with the names while addresses or rules answer with it. */
export function archiveMailText(ctx: Ctx, textId: string): Promise<void> {
  assertWordsMails(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const row = isTextKey(textId) ? null : await lockMailText(ctx, textId);
    if (!row) throw notFound();
    if (row.archivedAt) return;
    const uses = await listTextUses(ctx, [row.id]);
    if (uses.length) throw conflict("templates:error.inUse", { names: uses.map(({ name }) => name).join(", ") });
    await ctx.db.mailTemplate.update({ where: { id: row.id }, data: { archivedAt: ctx.now }, select: { id: true } });
    await recordEvent(ctx, "mail_text.archived", {}, { ref: row.id });
  });
}
