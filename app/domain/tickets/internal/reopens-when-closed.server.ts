import type { Ctx } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";

const DAY_MS = 24 * 3_600_000;

/** Whether a customer's message brings a closed ticket back, as the mail settings say now; else a follow-up opens. */
export async function reopensWhenClosed(ctx: Ctx, { closedAt }: { closedAt: Date | null }): Promise<boolean> {
  const { closedTickets, reopenDays } = await getSettings(ctx, "mail");
  if (closedTickets !== "reopen_within") return closedTickets === "reopen";
  return closedAt !== null && ctx.now.getTime() - closedAt.getTime() <= reopenDays * DAY_MS;
}
