import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { answerColumns } from "./address-answer";
import { isPattern, normaliseQueueAddress } from "./address-pattern";
import { checkAddressParts } from "./check-address-parts.server";
import { assertAdministers } from "./policy";
import type { QueueAddressForm } from "./schema";

type NewQueueAddress = Pick<QueueAddressForm, "queueId" | "address" | "name"> & Partial<QueueAddressForm>;

/**
 * Mail to the address lands in the queue from now on. A queue's first address that is no pattern is the one that its
 * mails come from.
 */
export function addQueueAddress(ctx: Ctx, form: NewQueueAddress): Promise<void> {
  assertAdministers(ctx.actor);
  const { queueId, answer = "queue", ...values } = form;
  const address = normaliseQueueAddress(form.address);
  if (!address) throw invalid("common:error.checkFields", { address: "common:error.email" });
  return inTransaction(ctx, async (ctx) => {
    const [queue] = await ctx.db.$queryRaw<{ id: string }[]>`
      select id from queue where id = ${queueId}::uuid for no key update`;
    if (!queue) throw notFound();
    await checkAddressParts(ctx, { typeId: form.typeId ?? null, answer, signature: form.signature ?? "" });
    const first = !isPattern(address) && !(await ctx.db.queueAddress.count({ where: { queueId, primary: true } }));
    const { count } = await ctx.db.queueAddress.createMany({
      data: [{ ...values, ...answerColumns(answer), address, queueId, primary: first }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { address: "tickets:error.addressTaken" });
    await recordEvent(ctx, "queue.addresses_changed", {}, { queueId, address, act: "added" });
  });
}
