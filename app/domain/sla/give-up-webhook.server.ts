import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import type { WebhookOfStep } from "./post-webhook.server";
import "./webhook-events";
import { WebhookRefused } from "./webhook-refused";

/** Says on the ticket that a webhook was given up: nobody took it at the last try either. */
export function giveUpWebhook(ctx: Ctx, { eventId, action }: WebhookOfStep, error: unknown): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [step] = await ctx.db.$queryRaw<{ ticketId: string; targetId: string; step: string }[]>`
      select e.ticket_id as "ticketId", e.data ->> 'targetId' as "targetId", e.data ->> 'step' as step
      from event e where e.id = ${eventId}::uuid and e.type = 'sla.escalated'`;
    if (!step) return;
    const { ticketId, ...of } = step;
    const status = error instanceof WebhookRefused ? error.status : null;
    await recordEvent(ctx, "sla.webhook_failed", { ticketId }, { ...of, action, status });
  });
}
