import type { RoutedTicket } from "~/domain/routing/apply-rules";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import "../events";

/** The rules acted, not whoever opened the ticket or asked for them. */
export async function recordRouting(
  ctx: Ctx,
  ticketId: string,
  { ruleIds, queueId, trace }: RoutedTicket,
): Promise<void> {
  const data = { rulesVersion: trace.version, ruleIds, queueId };
  await recordEvent({ ...ctx, actor: { kind: "system" } }, "ticket.routed", { ticketId }, data);
}
