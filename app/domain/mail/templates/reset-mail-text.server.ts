import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "../events";
import { lockMailText } from "./lock-mail-text.server";
import { assertWordsMails } from "./policy";
import { isTextKey } from "./text-keys";

/**
 * A built-in text says the product's own words again, in every language. 409 when somebody else reworded it since `base`
 * was read.
 */
export function resetMailText(ctx: Ctx, ref: string, base: string): Promise<void> {
  assertWordsMails(ctx.actor);
  if (!isTextKey(ref)) throw notFound();
  return inTransaction(ctx, async (ctx) => {
    const row = await lockMailText(ctx, ref);
    if (!row) return;
    if (row.updatedAt.toISOString() !== base) throw conflict("templates:error.changedMeanwhile");
    await ctx.db.mailTemplate.delete({ where: { id: row.id }, select: { id: true } });
    await recordEvent(ctx, "mail_text.reset", {}, { ref });
  });
}
