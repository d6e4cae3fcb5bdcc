import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";
import type { RequestTypeForm } from "./schema";

/** A new choice on the customer's form, last in the list. */
export function createRequestType(ctx: Ctx, form: RequestTypeForm): Promise<{ typeId: string }> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const queue = await ctx.db.queue.findUnique({ where: { id: form.queueId }, select: { id: true } });
    if (!queue) throw invalid("common:error.checkFields", { queueId: "common:error.invalid" });
    const typeId = newId(ctx.now.getTime());
    const { _max } = await ctx.db.requestType.aggregate({ _max: { position: true } });
    await ctx.db.requestType.createMany({ data: [{ id: typeId, position: (_max.position ?? 0) + 1, ...form }] });
    await recordEvent(ctx, "request_type.created", {}, { typeId });
    return { typeId };
  });
}
