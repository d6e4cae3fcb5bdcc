import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "./contract-events";
import type { NoticeCode } from "./contract-views";

/** Tells the administrators something of a contract unless it was told for this period. Inside a transaction. */
export async function noticeOnce(
  ctx: Ctx,
  contractId: string,
  endsAt: Date,
  code: Exclude<NoticeCode, "days">,
): Promise<boolean> {
  const told = await ctx.db.$executeRaw`
    insert into contract_notice (contract_id, code, ends_at, at) values (${contractId}::uuid, ${code}, ${endsAt}, ${ctx.now})
    on conflict do nothing`;
  if (told) await recordEvent(ctx, "contract.notice", {}, { contractId, code });
  return told > 0;
}
