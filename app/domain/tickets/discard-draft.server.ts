import type { Ctx } from "~/platform/ctx.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requireStaffActor } from "./policy";
import type { MessageKind } from "./states";

/** Throws the agent's own draft away. */
export async function discardDraft(ctx: Ctx, number: number, kind: MessageKind): Promise<void> {
  const { personId } = requireStaffActor(ctx.actor);
  const ticket = await findVisibleTicket(ctx, number);
  await ctx.db.draft.deleteMany({ where: { ticketId: ticket.id, personId, kind } });
}
