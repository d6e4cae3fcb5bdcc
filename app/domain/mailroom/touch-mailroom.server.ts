import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";

/** Marks the mail to decide as changed, for the agents of its queue and for administrators, who see every queue's. */
export const touchMailroom = (ctx: Ctx, queueId: string | null): void =>
  touch(ctx, "mailroom", ...(queueId ? [`queue:${queueId}`] : []));
