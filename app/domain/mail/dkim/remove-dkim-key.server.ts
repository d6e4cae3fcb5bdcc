import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertKeepsKeys } from "./policy";

/** Forgets a key for good. When it is the one in use, mails of the domain leave without a signature. */
export async function removeDkimKey(
  ctx: Ctx,
  { domain, selector }: { domain: string; selector: string },
): Promise<void> {
  assertKeepsKeys(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const [removed] = await ctx.db.$queryRaw<{ signed: boolean }[]>`
      delete from dkim_key where domain = ${domain} and selector = ${selector}
      returning active_at is not null as signed`;
    if (removed) await recordEvent(ctx, "mail.dkim_removed", {}, { domain, selector, signed: removed.signed });
  });
}
