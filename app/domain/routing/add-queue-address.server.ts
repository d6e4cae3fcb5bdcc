import { normaliseAddress } from "~/domain/identity/address";
import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";
import type { QueueAddressForm } from "./schema";

/** Mail to the address lands in the queue from now on. A queue's first address is the one that its mails come from. */
export function addQueueAddress(ctx: Ctx, form: QueueAddressForm): Promise<void> {
  assertAdministers(ctx.actor);
  const address = normaliseAddress(form.address);
  if (!address) throw invalid("common:error.checkFields", { address: "common:error.email" });
  return inTransaction(ctx, async (ctx) => {
    const [queue] = await ctx.db.$queryRaw<{ id: string }[]>`
      select id from queue where id = ${form.queueId}::uuid for no key update`;
    if (!queue) throw notFound();
    const first = !(await ctx.db.queueAddress.count({ where: { queueId: form.queueId, primary: true } }));
    const { count } = await ctx.db.queueAddress.createMany({
      data: [{ address, queueId: form.queueId, name: form.name, primary: first }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { address: "tickets:error.addressTaken" });
    await recordEvent(ctx, "queue.addresses_changed", {}, { queueId: form.queueId, address, act: "added" });
  });
}
