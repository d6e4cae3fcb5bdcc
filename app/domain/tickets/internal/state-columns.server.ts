import { NEVER } from "~/lib/never";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { builtInStatusId, isOpen, portalState, type TicketState } from "../states";
import type { LockedTicket } from "./locked-ticket.server";

export type TicketColumns = Prisma.TicketUncheckedUpdateManyInput;

/**
 * What the ticket's row says once it is in state `to`: status, times of solving and closing, who waits, reopenings, and
 * whether the customer sees a change. `waitingSince` of a reopened ticket is the caller's to set.
 */
export function columnsForState(
  ticket: Pick<LockedTicket, "state" | "statusId" | "solvedAt">,
  to: TicketState,
  now: Date,
  statusId = to === ticket.state ? ticket.statusId : builtInStatusId(to),
): TicketColumns {
  if (to === ticket.state) return { statusId, activityAt: now };
  const seen = portalState(to) === portalState(ticket.state) ? {} : { publicAt: now };
  const moved = { state: to, statusId, activityAt: now, ...seen };
  if (to === "solved") return { ...moved, solvedAt: now, closedAt: null, waitingSince: NEVER };
  if (to === "closed") return { ...moved, closedAt: now, waitingSince: NEVER };
  const reopened = isOpen(ticket.state) ? {} : { reopenCount: { increment: 1 } };
  return { ...moved, solvedAt: null, closedAt: null, ...reopened };
}

/** The first customer message that no agent's reply followed; 9999-12-31 when nobody waits. */
export async function unansweredSince(ctx: Ctx, ticketId: string, lastAgentAt: Date | null): Promise<Date> {
  const [row] = await ctx.db.$queryRaw<{ since: Date | null }[]>`
    select min(sent_at) as since from message
    where ticket_id = ${ticketId}::uuid and side = 'customer' and kind = 'public' and not automatic
      and sent_at > coalesce(${lastAgentAt}::timestamptz, '-infinity')`;
  return row?.since ?? NEVER;
}
