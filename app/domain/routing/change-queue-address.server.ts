import { conflict, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { answerColumns } from "./address-answer";
import { isPattern } from "./address-pattern";
import { checkAddressParts } from "./check-address-parts.server";
import { keepPrimaryAddress } from "./internal/keep-primary-address.server";
import { assertAdministers } from "./policy";
import type { QueueAddressForm } from "./schema";

/**
 * Changes what tickets by mail to the address start with, its name, answer and signature; the address itself stays. In
 * another queue it gives up being the one that the old queue's mails come from.
 */
export function changeQueueAddress(ctx: Ctx, address: string, form: Omit<QueueAddressForm, "address">): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const named = await ctx.db.queueAddress.findUnique({ where: { address }, select: { queueId: true } });
    if (!named) throw notFound();
    const { queueId, answer, name, locale, priority, typeId, tags, signature } = form;
    const values = { name, locale, priority, typeId, tags, signature };
    const queues = await ctx.db.$queryRaw<{ id: string }[]>`
      select id from queue where id = any(${[queueId, named.queueId]}::uuid[]) order by id for no key update`;
    if (!queues.some(({ id }) => id === queueId)) throw notFound();
    await checkAddressParts(ctx, form);
    const moved = queueId !== named.queueId;
    const { count } = await ctx.db.queueAddress.updateMany({
      where: { address, queueId: named.queueId },
      data: { ...values, queueId, ...answerColumns(answer), ...(moved ? { primary: false } : {}) },
    });
    if (!count) throw conflict("templates:error.changedMeanwhile");
    if (moved) {
      await keepPrimaryAddress(ctx, named.queueId);
      if (!isPattern(address)) await keepPrimaryAddress(ctx, queueId);
      await recordEvent(ctx, "queue.addresses_changed", {}, { queueId: named.queueId, address, act: "removed" });
    }
    const act = moved ? ("added" as const) : ("changed" as const);
    await recordEvent(ctx, "queue.addresses_changed", {}, { queueId, address, act });
  });
}
