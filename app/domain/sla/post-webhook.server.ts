import { createHash, createHmac } from "node:crypto";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { postJson } from "./internal/post-json.server";
import { policyRules } from "./schema";
import "./webhook-events";
import { webhookSecret } from "./webhook-secret.server";

/** One webhook of a step that was taken: `action` is its place among the step's actions. */
export type WebhookOfStep = { targetId: string; step: string; action: number };

/**
 * Posts what happened to the URL of a step, signed as Standard Webhooks say (`webhook-id`, `-timestamp`, `-signature`:
 * HMAC-SHA-256 over `id.timestamp.body`). Throws unless the receiver answers 2xx, so that the job comes again; once it was
 * taken, never again. The id stays the same, by which a receiver knows a repeat after a crash in between.
 */
export async function postWebhook(ctx: Ctx, which: WebhookOfStep): Promise<void> {
  const facts = await readFacts(ctx, which);
  const step = facts && policyRules.parse(facts.rules).ladder.find(({ id }) => id === which.step);
  const action = step?.actions[which.action];
  if (!facts || facts.posted || action?.do !== "webhook") return;

  const { id, number, subject, priority, queueId, queue, kind, cycle, dueAt, at } = facts;
  const body = JSON.stringify({
    type: "sla.escalated",
    at: at ?? ctx.now,
    ticket: { id, number, subject, priority, queue: { id: queueId, name: queue } },
    target: { kind, cycle, dueAt },
  });
  const status = await postJson(action.url, body, sign(which, body, ctx.now), {
    insideToo: config().webhookPrivate,
  });
  if (status < 200 || status > 299) throw new Error(`the webhook's receiver answered ${status}`);
  await inTransaction(ctx, (ctx) => recordEvent(ctx, "sla.webhook_posted", { ticketId: id }, { ...which, status }));
}

function sign({ targetId, step, action }: WebhookOfStep, body: string, now: Date): Record<string, string> {
  const name = createHash("sha256").update(`${targetId} ${step} ${action}`).digest("base64url").slice(0, 27);
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
  /** When the step was taken. */
  at: Date | null;
  rules: unknown;
  posted: boolean;
};

async function readFacts(ctx: Ctx, { targetId, step, action }: WebhookOfStep): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select t.id, t.number, t.subject, t.priority::text as priority, q.id as "queueId", q.name as queue,
      s.kind::text as kind, s.cycle, s.due_at as "dueAt", a.at, v.rules,
      exists (select from event e where e.ticket_id = t.id and e.type = 'sla.webhook_posted'
        and e.data ->> 'targetId' = ${targetId} and e.data ->> 'step' = ${step}
        and (e.data ->> 'action')::int = ${action}) as posted
    from sla_target s
    join ticket t on t.id = s.ticket_id and t.deleted_at is null
    join queue q on q.id = t.queue_id
    join sla_policy_version v on v.id = s.policy_version_id
    left join sla_alarm a on a.target_id = s.id and a.step = ${step}
    where s.id = ${targetId}::uuid`;
  return row ?? null;
}
