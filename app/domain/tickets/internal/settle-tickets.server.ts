import type { Ctx } from "~/platform/ctx.server";
import { settleClocks } from "./settle-clocks.server";
import { settleRouting } from "./settle-routing.server";
import type { Written } from "./written";

/**
 * Draws the consequences of what a command wrote on locked tickets, in its transaction: service-level clocks follow, and
 * work without an assignee or a place that came free sets automatic assignment going. Every command that writes state,
 * queue, priority, assignee, deletion or a public message ends with it.
 */
export async function settleTickets(ctx: Ctx, written: readonly Written[]): Promise<void> {
  if (!written.length) return;
  await settleClocks(ctx, written);
  await settleRouting(ctx, written);
}
