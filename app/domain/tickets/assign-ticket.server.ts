import type { Ctx } from "~/platform/ctx.server";
import { changeTicket } from "./change-ticket.server";

/** Gives a ticket to somebody who works in its queue, or to nobody. */
export function assignTicket(ctx: Ctx, number: number, personId: string | null): Promise<{ eventIds: string[] }> {
  return changeTicket(ctx, number, { assigneeId: personId });
}
