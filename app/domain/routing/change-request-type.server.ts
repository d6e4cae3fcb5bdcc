import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { assertAdministers } from "./policy";
import type { RequestTypeForm } from "./schema";

/** New words, queue or first priority of a request type; tickets that have it stay where they are. */
export function changeRequestType(ctx: Ctx, typeId: string, form: Partial<RequestTypeForm>): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    if (form.queueId && !(await ctx.db.queue.findUnique({ where: { id: form.queueId }, select: { id: true } })))
      throw invalid("common:error.checkFields", { queueId: "common:error.invalid" });
    const { count } = await ctx.db.requestType.updateMany({ where: { id: typeId }, data: form });
    if (!count) throw notFound();
    await recordEvent(ctx, "request_type.changed", {}, { typeId });
  });
}
