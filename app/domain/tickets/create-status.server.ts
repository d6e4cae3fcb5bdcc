import { assertAdministers } from "~/domain/routing/policy";
import { translatedName } from "~/domain/routing/schema";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import type { TicketState } from "./states";

/** An administrators' own status, which behaves like the state it is mapped to. */
export function createStatus(
  ctx: Ctx,
  input: { state: TicketState; name: Record<string, string> },
): Promise<{ statusId: string }> {
  assertAdministers(ctx.actor);
  const name = translatedName.safeParse(input.name);
  if (!name.success) throw invalid("common:error.checkFields", { name: "common:error.required" });
  return inTransaction(ctx, async (ctx) => {
    const statusId = newId(ctx.now.getTime());
    const { _max } = await ctx.db.ticketStatus.aggregate({ _max: { position: true } });
    await ctx.db.ticketStatus.createMany({
      data: [{ id: statusId, state: input.state, name: name.data, position: (_max.position ?? 0) + 1 }],
    });
    await recordEvent(ctx, "status.created", {}, { statusId });
    return { statusId };
  });
}
