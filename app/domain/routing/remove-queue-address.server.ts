import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { keepPrimaryAddress } from "./internal/keep-primary-address.server";
import { assertAdministers } from "./policy";

/** Mail to the address no longer lands anywhere of its own. When it was the primary one, the next takes its place. */
export function removeQueueAddress(ctx: Ctx, address: string): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const named = await ctx.db.queueAddress.findUnique({ where: { address }, select: { queueId: true } });
    if (!named) return;
    const { queueId } = named;
    await ctx.db.$queryRaw`select id from queue where id = ${queueId}::uuid for no key update`;
    const { count } = await ctx.db.queueAddress.deleteMany({ where: { address, queueId } });
    if (!count) return;
    await keepPrimaryAddress(ctx, queueId);
    await recordEvent(ctx, "queue.addresses_changed", {}, { queueId, address, act: "removed" });
  });
}
