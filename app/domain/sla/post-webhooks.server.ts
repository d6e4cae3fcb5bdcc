import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { inTransaction } from "~/platform/transaction.server";
import type { WebhookOfStep } from "./post-webhook.server";
import { policyRules } from "./schema";

/** About three and a half hours of trying, further and further apart. */
const ATTEMPTS = 10;
const PRIORITY = 15;

/** Hears that a step was taken and has each of its webhooks posted by a job of its own; a repeat is the same jobs. */
export async function postWebhooks(ctx: Ctx, eventId: string): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ step: string; rules: unknown }[]>`
    select e.data ->> 'step' as step, v.rules from event e
    join sla_policy_version v on v.id = (e.data ->> 'policyVersionId')::uuid
    where e.id = ${eventId}::uuid and e.type = 'sla.escalated'`;
  if (!row) return;
  const actions = policyRules.parse(row.rules).ladder.find(({ id }) => id === row.step)?.actions ?? [];
  await inTransaction(ctx, async (ctx) => {
    for (const [action, step] of actions.entries()) {
      if (step.do !== "webhook") continue;
      // A receiver that does not answer holds one of the worker's hands, however many tickets are overdue at once.
      const queue = `webhook:${new URL(step.url).host}`.slice(0, 120);
      const options = { key: `sla.webhook:${eventId}:${action}`, queue, maxAttempts: ATTEMPTS, priority: PRIORITY };
      await enqueue(ctx, "sla.webhook", { eventId, action } satisfies WebhookOfStep, options);
    }
  });
}
