import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { isPattern } from "./address-pattern";
import { assertAdministers } from "./policy";

/** The queue's mails come from this one of its addresses. */
export function makeQueueAddressPrimary(ctx: Ctx, address: string): Promise<void> {
  assertAdministers(ctx.actor);
  if (isPattern(address)) throw conflict("templates:error.patternPrimary");
  return inTransaction(ctx, async (ctx) => {
    const named = await ctx.db.queueAddress.findUnique({ where: { address }, select: { queueId: true } });
    if (!named) throw notFound();
    const { queueId } = named;
    await ctx.db.$queryRaw`select id from queue where id = ${queueId}::uuid for no key update`;
    await ctx.db.queueAddress.updateMany({ where: { queueId, primary: true }, data: { primary: false } });
    const { count } = await ctx.db.queueAddress.updateMany({ where: { address, queueId }, data: { primary: true } });
    if (!count) throw notFound();
    await recordEvent(ctx, "queue.addresses_changed", {}, { queueId, address, act: "primary" });
  });
}
