import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { getFilingKey, makeFilingKey } from "./get-filing-key.server";

/** Gives the acting agent another private filing address; mail to the old one is refused from now on. */
export function renewFilingKey(ctx: Ctx): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const old = await getFilingKey(ctx);
    const key = makeFilingKey();
    await ctx.db.agentProfile.updateMany({ where: { filingKey: old }, data: { filingKey: key } });
    await recordEvent(ctx, "agent.filing_key_renewed", {}, {});
    return key;
  });
}
