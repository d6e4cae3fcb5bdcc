import { createHash, createHmac } from "node:crypto";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { requestOutside } from "~/platform/request-outside.server";
import { inTransaction } from "~/platform/transaction.server";
import { policyRules } from "./schema";
import "./webhook-events";
import { WebhookRefused } from "./webhook-refused";
import { webhookSecret } from "./webhook-secret.server";

/** One webhook of a step that was taken, as the event `sla.escalated` says: `action` is its place among the step's. */
export type WebhookOfStep = { eventId: string; action: number };

/**
 * Posts what happened to the URL of a step, signed as Standard Webhooks say (`webhook-id`, `-timestamp`, `-signature`:
 * HMAC-SHA-256 over `id.timestamp.body`). Throws unless the receiver answers 2xx, so that the job comes again; once it was
 * taken, never again. The id stays the same, by which a receiver knows a repeat after a crash in between.
 */
export async function postWebhook(ctx: Ctx, which: WebhookOfStep): Promise<void> {
  const facts = await readFacts(ctx, which);
  const step = facts && policyRules.parse(facts.rules).ladder.find(({ id }) => id === facts.step);
  const action = step?.actions[which.action];
  if (!facts || facts.posted || !step || action?.do !== "webhook") return;

  const { id, number, subject, priority, queueId, queue, targetId, kind, cycle, dueAt, at } = facts;
  const body = JSON.stringify({
    type: "sla.escalated",
    at,
    ticket: { id, number, subject, priority, queue: { id: queueId, name: queue } },
    target: { kind, cycle, dueAt },
  });
  const { status } = await requestOutside(action.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...sign(which, body, ctx.now) },
    body,
    insideToo: config().webhookPrivate,
  });
  if (status < 200 || status > 299) throw new WebhookRefused(status);
  const posted = { targetId, step: step.id, action: which.action, status };
  await inTransaction(ctx, (ctx) => recordEvent(ctx, "sla.webhook_posted", { ticketId: id }, posted));
}

function sign({ eventId, action }: WebhookOfStep, body: string, now: Date): Record<string, string> {
  const name = createHash("sha256").update(`${eventId} ${action}`).digest("base64url").slice(0, 27);
  const [id, timestamp] = [`msg_${name}`, String(Math.floor(now.getTime() / 1_000))];
  const key = Buffer.from(webhookSecret().replace(/^whsec_/, ""), "base64");
  const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${mac}` };
}

type Facts = {
  id: string;
  number: number;
  subject: string;
  priority: string;
  queueId: string;
  queue: string;
  kind: string;
  cycle: number;
  dueAt: Date | null;
  targetId: string;
  step: string;
  /** When the step was taken. */
  at: Date;
  rules: unknown;
  posted: boolean;
};

/** The rules are those the step was taken under; raising a priority may have moved the cycle to newer ones at once. */
async function readFacts(ctx: Ctx, { eventId, action }: WebhookOfStep): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select t.id, t.number, t.subject, t.priority::text as priority, q.id as "queueId", q.name as queue,
      s.id as "targetId", e.data ->> 'step' as step, s.kind::text as kind, s.cycle, s.due_at as "dueAt", e.at, v.rules,
      exists (select from event p where p.ticket_id = t.id and p.type = 'sla.webhook_posted'
        and p.data ->> 'targetId' = s.id::text and p.data ->> 'step' = e.data ->> 'step'
        and (p.data ->> 'action')::int = ${action}) as posted
    from event e
    join sla_target s on s.id = (e.data ->> 'targetId')::uuid
    join ticket t on t.id = s.ticket_id and t.deleted_at is null
    join queue q on q.id = t.queue_id
    join sla_policy_version v on v.id = (e.data ->> 'policyVersionId')::uuid
    where e.id = ${eventId}::uuid and e.type = 'sla.escalated'`;
  return row ?? null;
}
